package dev.beforehand.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MON-FRI | | 2026-11-21 | false",
                "MON-FRI | | 2026-11-23 | true",
                "SUN-THU | | 2026-11-22 | true",
                "SUN-THU | | 2026-11-20 | false",
                "FRI-MON | | 2026-11-22 | true",
                "MON,WED,FRI | | 2026-11-24 | false",
                "MON-FRI | gb/eng | 2026-08-31 | false",
                "MON-FRI | gb/sct | 2026-08-31 | true",
                "MON-FRI | de | 2026-10-03 | false"
            })
    void weekdaysAndHolidaysDecide(String days, String holidays, LocalDate day, boolean working) {
        assertThat(WorkingDaysFixture.of(days, holidays).contains(day)).isEqualTo(working);
    }

    @Test
    void overAWeekendItIsMonday() {
        var days = WorkingDaysFixture.mondayToFriday();

        assertThat(days.onOrAfter(LocalDate.of(2026, 11, 21))).isEqualTo("2026-11-23");
        assertThat(days.before(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-20");
    }

    @Test
    void daysThatAreNoneAreRefusedWithTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDaysFixture.of("MON-XYZ", null))
                .withMessageContaining("beforehand.digest.days")
                .withMessageContaining("MON-XYZ");
    }
}
