package dev.beforehand.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.plans.PlanPolicy.Schedule;
import dev.beforehand.plans.PlanPolicy.Schedule.Reason;
import dev.beforehand.plans.PlanTerms.Interval;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanPolicyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private final PlanPolicy policy = new PlanPolicy(WorkingDaysFixture.mondayToFriday());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 1000.00 | 3 | 2026-01-31 | MONTHLY | 2026-02-02 333.34, 2026-03-02 333.33, 2026-03-31 333.33",
                "EUR 100.00 | 2 | 2026-01-09 | WEEKLY | 2026-01-09 50.00, 2026-01-16 50.00",
                "JPY 101 | 2 | 2026-01-10 | FORTNIGHTLY | 2026-01-12 51, 2026-01-26 50"
            })
    void instalmentsSumExactlyAndFallOnWorkingDays(
            String total, int instalments, LocalDate first, Interval interval, String expected) {
        var money = Money.parse(total);

        var schedule = policy.schedule(money, new PlanTerms(instalments, first, interval), TODAY);

        assertThat(schedule)
                .isInstanceOfSatisfying(
                        Schedule.Possible.class,
                        possible -> assertThat(possible.instalments().stream()
                                        .map(i -> i.payableOn() + " "
                                                + Money.ofMinor(money.getCurrencyUnit(), i.amount())
                                                        .getAmount())
                                        .collect(Collectors.joining(", ")))
                                .isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 100.00 | 1 | 2026-01-09 | INSTALMENTS",
                "EUR 100.00 | 25 | 2026-01-09 | INSTALMENTS",
                "EUR 100.00 | 2 | 2026-01-04 | FIRST_DAY_PAST",
                "EUR 100.00 | 2 | 2027-01-06 | FIRST_DAY_TOO_FAR",
                "EUR 0.02 | 3 | 2026-01-09 | AMOUNT_TOO_SMALL"
            })
    void termsThatCannotStandAreRefusedWithTheReason(String total, int instalments, LocalDate first, Reason reason) {
        assertThat(policy.schedule(Money.parse(total), new PlanTerms(instalments, first, Interval.MONTHLY), TODAY))
                .isEqualTo(new Schedule.Refused(reason));
    }
}
