package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.calendar.CountryCalendars;
import dev.beforehand.calendar.WorkingDaysFixture;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepDaysTests {

    private final CountryCalendars calendars = new CountryCalendars(WorkingDaysFixture.mondayToFriday());

    @ParameterizedTest(name = "due {0}, step {1}, {2} {3}, pays on {4}: {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // around weekends
                "2026-11-28 | 0  | -  | -  | -         | 2026-11-27",
                "2026-11-29 | 0  | -  | -  | -         | 2026-11-27",
                "2026-11-30 | 0  | -  | -  | -         | 2026-11-30",
                "2026-11-28 | -7 | -  | -  | -         | 2026-11-20",
                "2026-11-25 | 3  | -  | -  | -         | 2026-11-30",
                "2026-11-26 | 3  | -  | -  | -         | 2026-11-30",
                // around Christmas, which a year's turn may make long
                "2026-12-26 | 0  | DE | -  | -         | 2026-12-24",
                "2026-12-22 | 3  | DE | -  | -         | 2026-12-28",
                "2026-12-29 | 3  | GB | -  | -         | 2027-01-04",
                // holidays of a region
                "2026-08-31 | 0  | GB | eng | -        | 2026-08-28",
                "2026-08-31 | 0  | GB | sct | -        | 2026-08-31",
                // Friday and Saturday are the weekend
                "2026-11-27 | 0  | SA | -  | -         | 2026-11-26",
                "2026-11-24 | 3  | SA | -  | -         | 2026-11-29",
                // the pay run is near, in the step's direction; or it is not
                "2026-11-27 | 0  | -  | -  | THURSDAY  | 2026-11-26",
                "2026-11-27 | 0  | -  | -  | TUESDAY   | 2026-11-24",
                "2026-11-27 | 0  | -  | -  | MONDAY    | 2026-11-27",
                "2026-11-20 | 3  | -  | -  | WEDNESDAY | 2026-11-25",
                "2026-11-20 | 3  | -  | -  | FRIDAY    | 2026-11-23",
                "2026-11-20 | 3  | -  | -  | MONDAY    | 2026-11-23",
                // a pay run on a holiday gives way like any other day
                "2026-12-22 | 2  | DE | -  | FRIDAY    | 2026-12-28"
            })
    void stepsMoveAroundTheClientsDays(
            LocalDate due, int step, String country, String region, DayOfWeek payRun, LocalDate expected) {
        var days = new StepDays(MorningsFixture.of(calendars.of(country, region)), payRun);

        assertThat(days.of(due, step)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "from {0} to {1}, due {3}, step {4}: {5}")
    @CsvSource(
            delimiter = '|',
            value = {
                // in summer the letter of Sydney's Friday leaves on a Friday of Los Angeles
                "Australia/Sydney | America/Los_Angeles | US | 2026-07-10 |  0 | 2026-07-10",
                // in winter it is there on Thursday afternoon, and that of Monday on Monday: none leaves on a Friday
                "Australia/Sydney | America/Los_Angeles | US | 2026-02-05 |  0 | 2026-02-05",
                "Australia/Sydney | America/Los_Angeles | US | 2026-02-06 |  0 | 2026-02-05",
                "Australia/Sydney | America/Los_Angeles | US | 2026-02-08 |  0 | 2026-02-05",
                "Australia/Sydney | America/Los_Angeles | US | 2026-02-09 |  0 | 2026-02-09",
                "Australia/Sydney | America/Los_Angeles | US | 2026-02-13 | -7 | 2026-02-05",
                "Australia/Sydney | America/Los_Angeles | US | 2026-02-03 |  3 | 2026-02-09",
                "Australia/Sydney | America/Los_Angeles | US | 2026-02-02 |  3 | 2026-02-05",
                "Pacific/Kiritimati | Pacific/Pago_Pago | US | 2026-02-06 | 0 | 2026-02-05",
                "Pacific/Kiritimati | Pacific/Pago_Pago | US | 2026-02-04 | 0 | 2026-02-04",
                // what leaves in the evening of the one is there in the morning of the other
                "Europe/London | Asia/Tokyo | JP | 2026-03-02 |  0 | 2026-03-02",
                "Europe/London | Asia/Tokyo | JP | 2026-03-01 |  0 | 2026-02-27",
                "Europe/London | Asia/Tokyo | JP | 2026-02-26 |  3 | 2026-03-02",
                "Europe/London | America/Los_Angeles | US | 2026-03-06 | 0 | 2026-03-06",
                // weeks that begin on other days
                "Europe/London | Asia/Riyadh | SA | 2026-03-01 |  0 | 2026-03-01",
                "Europe/London | Asia/Kabul  | AF | 2026-03-01 |  0 | 2026-02-28",
                "Europe/London | Asia/Kabul  | AF | 2026-02-26 |  3 | 2026-03-02",
                // holidays of the team alone, and of the client alone
                "Europe/London | America/New_York | US | 2026-08-31 |  0 | 2026-08-28",
                "Europe/London | America/New_York | US | 2026-08-28 |  3 | 2026-09-01",
                "Europe/London | America/New_York | US | 2026-11-26 |  0 | 2026-11-25",
                "Europe/London | America/New_York | US | 2026-11-23 |  3 | 2026-11-27"
            })
    void stepsFallOnDaysOnWhichTheTeamsLettersReachTheClient(
            ZoneId team, ZoneId zone, String country, LocalDate due, int step, LocalDate expected) {
        var england = calendars.of("GB", "eng");
        var days = new StepDays(MorningsFixture.of(england, team, calendars.of(country, null), zone), null);

        assertThat(days.of(due, step)).isEqualTo(expected);
    }
}
