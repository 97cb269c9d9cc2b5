package dev.beforehand.plans;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.money.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Which plans may be proposed, and what they come to. */
@Component
public class PlanPolicy {

    public static final int MOST_INSTALMENTS = 24;

    private final WorkingDays workingDays;

    PlanPolicy(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * The schedule that these terms come to, or why they cannot stand. The instalments sum exactly to the total; the
     * first ones take what does not divide.
     */
    public Schedule schedule(Money total, PlanTerms terms, LocalDate today) {
        if (terms.instalments() < 2 || terms.instalments() > MOST_INSTALMENTS) {
            return new Schedule.Refused(Schedule.Reason.INSTALMENTS);
        }
        if (terms.firstOn().isBefore(today)) {
            return new Schedule.Refused(Schedule.Reason.FIRST_DAY_PAST);
        }
        if (terms.firstOn().isAfter(today.plusYears(1))) {
            return new Schedule.Refused(Schedule.Reason.FIRST_DAY_TOO_FAR);
        }
        if (total.getAmountMinorLong() < terms.instalments()) {
            return new Schedule.Refused(Schedule.Reason.AMOUNT_TOO_SMALL);
        }
        var shares = Split.evenly(total, terms.instalments());
        return new Schedule.Possible(IntStream.range(0, shares.size())
                .mapToObj(i -> instalment(terms.interval().after(terms.firstOn(), i), shares.get(i)))
                .toList());
    }

    private Instalment instalment(LocalDate nominal, Money share) {
        return new Instalment(nominal, workingDays.onOrAfter(nominal), share.getAmountMinorLong());
    }

    /** What a plan's terms come to. */
    public sealed interface Schedule {

        record Possible(List<Instalment> instalments) implements Schedule {}

        record Refused(Reason reason) implements Schedule {}

        /** Why terms cannot stand. */
        enum Reason {
            INSTALMENTS,
            FIRST_DAY_PAST,
            FIRST_DAY_TOO_FAR,
            AMOUNT_TOO_SMALL
        }
    }
}
