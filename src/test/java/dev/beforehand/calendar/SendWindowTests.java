package dev.beforehand.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendWindowTests {

    private final SendWindow hours = SendWindow.parse("09:00-17:00");
    private final CountryCalendars calendars = new CountryCalendars(WorkingDaysFixture.mondayToFriday());

    @ParameterizedTest(name = "{0} in {1}: {3} to {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // at once, later that day, the next day, after a weekend
                "2026-11-23T10:00:00Z | Europe/London     | - | 2026-11-23T10:00:00Z | 2026-11-23T17:00:00Z",
                "2026-11-23T10:00:00Z | America/New_York  | - | 2026-11-23T14:00:00Z | 2026-11-23T22:00:00Z",
                "2026-11-23T10:00:00Z | Pacific/Auckland  | - | 2026-11-23T20:00:00Z | 2026-11-24T04:00:00Z",
                "2026-11-20T10:00:00Z | Pacific/Auckland  | - | 2026-11-22T20:00:00Z | 2026-11-23T04:00:00Z",
                "2026-11-23T17:00:00Z | Europe/London     | - | 2026-11-24T09:00:00Z | 2026-11-24T17:00:00Z",
                "2026-11-23T16:59:59Z | Europe/London     | - | 2026-11-23T16:59:59Z | 2026-11-23T17:00:00Z",
                // the clocks change: New York on 8 March, London on 25 October, Sydney on 5 April and 4 October
                "2026-03-06T10:00:00Z | America/New_York  | - | 2026-03-06T14:00:00Z | 2026-03-06T22:00:00Z",
                "2026-03-09T10:00:00Z | America/New_York  | - | 2026-03-09T13:00:00Z | 2026-03-09T21:00:00Z",
                "2026-10-23T07:00:00Z | Europe/London     | - | 2026-10-23T08:00:00Z | 2026-10-23T16:00:00Z",
                "2026-10-26T07:00:00Z | Europe/London     | - | 2026-10-26T09:00:00Z | 2026-10-26T17:00:00Z",
                "2026-04-01T10:00:00Z | Australia/Sydney  | - | 2026-04-01T22:00:00Z | 2026-04-02T06:00:00Z",
                "2026-04-07T10:00:00Z | Australia/Sydney  | - | 2026-04-07T23:00:00Z | 2026-04-08T07:00:00Z",
                "2026-10-02T10:00:00Z | Australia/Sydney  | - | 2026-10-04T22:00:00Z | 2026-10-05T06:00:00Z",
                // holidays and other weekends
                "2026-12-24T18:00:00Z | Europe/Berlin     | DE | 2026-12-28T08:00:00Z | 2026-12-28T16:00:00Z",
                "2026-12-24T18:00:00Z | Europe/London     | -  | 2026-12-25T09:00:00Z | 2026-12-25T17:00:00Z",
                "2026-11-20T10:00:00Z | Asia/Riyadh       | SA | 2026-11-22T06:00:00Z | 2026-11-22T14:00:00Z"
            })
    void lettersLeaveInTheReadersWorkingHours(Instant now, ZoneId zone, String country, Instant opens, Instant closes) {
        assertThat(hours.next(now, zone, calendars.of(country, null))).isEqualTo(new SendWindow.Opening(opens, closes));
    }

    @Test
    void aRegionHasItsOwnHolidays() {
        var bavaria = calendars.of("DE", "by");
        var berlin = calendars.of("DE", "be");
        var epiphany = LocalDate.of(2026, 1, 6);

        assertThat(bavaria.contains(epiphany)).isFalse();
        assertThat(berlin.contains(epiphany)).isTrue();
        assertThat(bavaria.onOrBefore(epiphany)).isEqualTo("2026-01-05");
        assertThat(bavaria.onOrAfter(epiphany)).isEqualTo("2026-01-07");
    }

    @Test
    void aCountryWhoseHolidaysNobodyKnowsHasItsWeekend() {
        assertThat(calendars.of("ZZ", null).contains(LocalDate.of(2026, 12, 25)))
                .isTrue();
        assertThat(calendars.of("ZZ", null).contains(LocalDate.of(2026, 12, 26)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-17", "17:00-09:00", "09:00-09:00", "09:00", "09:00-17:00-18:00", "morning"})
    void hoursThatAreNoneAreRefused(String hours) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SendWindow.parse(hours))
                .withMessageContaining("09:00-17:00");
    }
}
