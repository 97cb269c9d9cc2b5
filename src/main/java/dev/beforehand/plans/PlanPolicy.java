package dev.beforehand.plans;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.money.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Which plans may be proposed, and what they come to. */
@Component
public class PlanPolicy {

    public static final int MOST_INSTALMENTS = 24;

    private final WorkingDays workingDays;
    private final PlanSettings settings;

    PlanPolicy(WorkingDays workingDays, PlanSettings settings) {
        this.workingDays = workingDays;
        this.settings = settings;
    }

    /**
     * The schedule that these terms come to, or why they cannot stand. The instalments sum exactly to the total; the
     * first ones take what does not divide.
     *
     * @param elsewhere what the client owes on its other open plans
     */
    public Schedule schedule(Money total, Money elsewhere, PlanTerms terms, LocalDate today) {
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
        var instalments = IntStream.range(0, shares.size())
                .mapToObj(i -> instalment(terms.interval().after(terms.firstOn(), i), shares.get(i)))
                .toList();
        return objection(instalments, total, elsewhere, today)
                .<Schedule>map(Schedule.Refused::new)
                .orElseGet(() -> new Schedule.Possible(instalments));
    }

    /**
     * Which of the company's own limits forbids such a plan.
     *
     * @param proposedOn the day from which on its duration counts
     */
    Optional<Schedule.Reason> objection(
            List<Instalment> instalments, Money total, Money elsewhere, LocalDate proposedOn) {
        if (longest()
                .map(proposedOn::plus)
                .filter(last -> instalments.getLast().nominalOn().isAfter(last))
                .isPresent()) {
            return Optional.of(Schedule.Reason.TOO_LONG);
        }
        var least =
                smallestShare().map(share -> total.getAmount().multiply(share).movePointLeft(2));
        var smallest = instalments.stream().mapToLong(Instalment::amount).min().orElseThrow();
        if (least.filter(limit -> Money.ofMinor(total.getCurrencyUnit(), smallest)
                                .getAmount()
                                .compareTo(limit)
                        < 0)
                .isPresent()) {
            return Optional.of(Schedule.Reason.SHARE_TOO_SMALL);
        }
        return largestExposure(total.getCurrencyUnit())
                .filter(limit -> total.plus(elsewhere).isGreaterThan(limit))
                .map(limit -> Schedule.Reason.EXPOSURE);
    }

    /** Whether two people have to approve a plan over so much. */
    public boolean needsTwo(Money total) {
        return secondApproverAbove(total.getCurrencyUnit())
                .filter(total::isGreaterThan)
                .isPresent();
    }

    public Optional<Money> secondApproverAbove(CurrencyUnit currency) {
        return settings.secondApproverAbove(currency);
    }

    public Optional<Money> largestExposure(CurrencyUnit currency) {
        return settings.largestExposure(currency);
    }

    public Optional<Period> longest() {
        return Optional.ofNullable(settings.longest());
    }

    /** In per cent. */
    public Optional<BigDecimal> smallestShare() {
        return Optional.ofNullable(settings.smallestShare());
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
            AMOUNT_TOO_SMALL,
            TOO_LONG,
            SHARE_TOO_SMALL,
            EXPOSURE
        }
    }
}
