package dev.beforehand.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.plans.PlanPolicy.Schedule;
import dev.beforehand.plans.PlanPolicy.Schedule.Reason;
import dev.beforehand.plans.PlanTerms.Interval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.PeriodStyle;

class PlanPolicyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private final PlanPolicy policy = new PlanPolicy(WorkingDaysFixture.mondayToFriday(), PlanSettings.NO_LIMITS);

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

        var schedule = policy.schedule(money, nothingIn(money), new PlanTerms(instalments, first, interval), TODAY);

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
        assertThat(policy.schedule(
                        Money.parse(total),
                        nothingIn(Money.parse(total)),
                        new PlanTerms(instalments, first, Interval.MONTHLY),
                        TODAY))
                .isEqualTo(new Schedule.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "12m | -    | -         | EUR 0      | 13 | 2026-01-05 | -",
                "12m | -    | -         | EUR 0      | 13 | 2026-01-06 | TOO_LONG",
                "26w | -    | -         | EUR 0      | 6  | 2026-02-07 | TOO_LONG",
                "-   | 33.3 | -         | EUR 0      | 3  | 2026-01-09 | -",
                "-   | 33.4 | -         | EUR 0      | 3  | 2026-01-09 | SHARE_TOO_SMALL",
                "-   | -    | EUR 1500  | EUR 500.00 | 3  | 2026-01-09 | -",
                "-   | -    | EUR 1500  | EUR 500.01 | 3  | 2026-01-09 | EXPOSURE",
                "-   | -    | GBP 1     | EUR 500.01 | 3  | 2026-01-09 | -",
                "-   | -    | -         | EUR 900000 | 24 | 2026-01-09 | -"
            })
    void theCompanysOwnLimitsForbidAPlanAndSayWhich(
            String longest,
            BigDecimal share,
            String exposure,
            String elsewhere,
            int instalments,
            LocalDate first,
            Reason expected) {
        var settings = new PlanSettings(
                longest == null ? null : PeriodStyle.detectAndParse(longest),
                share,
                exposure == null ? List.of() : List.of("USD 1", exposure),
                List.of());
        var limited = new PlanPolicy(WorkingDaysFixture.mondayToFriday(), settings);

        var schedule = limited.schedule(
                Money.parse("EUR 1000.00"),
                Money.parse(elsewhere),
                new PlanTerms(instalments, first, Interval.MONTHLY),
                TODAY);

        if (expected == null) {
            assertThat(schedule).isInstanceOf(Schedule.Possible.class);
        } else {
            assertThat(schedule).isEqualTo(new Schedule.Refused(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"EUR 10000.00, false", "EUR 10000.01, true", "GBP 99999, false"})
    void twoApproveAboveTheSumOfTheCurrency(String total, boolean two) {
        var settings = new PlanSettings(null, null, List.of(), List.of("EUR 10000", "CHF 1"));

        assertThat(new PlanPolicy(WorkingDaysFixture.mondayToFriday(), settings).needsTwo(Money.parse(total)))
                .isEqualTo(two);
    }

    @Test
    void limitsThatMakeNoSenseAreRefusedWithTheSetting() {
        assertThatThrownBy(() -> new PlanSettings(null, null, List.of("a lot"), List.of()))
                .hasMessageContaining("beforehand.plans.largest-exposure names 'a lot'")
                .hasMessageContaining("EUR 10000");
        assertThatThrownBy(() -> new PlanSettings(null, BigDecimal.valueOf(51), List.of(), List.of()))
                .hasMessageContaining("beforehand.plans.smallest-share is '51'");
        assertThatThrownBy(() -> new PlanSettings(Period.ZERO, null, List.of(), List.of()))
                .hasMessageContaining("beforehand.plans.longest");
    }

    private static Money nothingIn(Money total) {
        return Money.zero(total.getCurrencyUnit());
    }
}
