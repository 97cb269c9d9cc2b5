package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.calendar.CountryCalendars;
import dev.beforehand.calendar.WorkingDaysFixture;
import java.time.DayOfWeek;
import java.time.LocalDate;
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
        var days = new StepDays(calendars.of(country, region), payRun);

        assertThat(days.of(due, step)).isEqualTo(expected);
    }
}
