package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,soon | the step 'soon', which is no whole number of days",
                "1.5    | the step '1.5', which is no whole number of days",
                "''     | the step '', which is no whole number of days",
                "400    | the step 400; a step lies at most 365 days",
                "-366   | the step -366; a step lies at most 365 days"
            })
    void isRefusedWithASentence(String steps, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("10:00", steps.split(",")))
                .withMessageStartingWith("beforehand.reminders.cadence has " + sentence);
    }

    @Test
    void needsAStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cadence(List.of()))
                .withMessageContaining("has 0 steps; give between 1 and 20");
    }

    @Test
    void isSortedAndHasEachStepOnce() {
        assertThat(settings("10:00", " 7", "-7", "+3", "7").steps().steps()).containsExactly(-7, 3, 7);
    }

    @Test
    void theHourIsATimeOfTheDay() {
        assertThat(settings("09:30", "0").leaveAt()).isEqualTo(LocalTime.of(9, 30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("10 o'clock", "0"))
                .withMessage("beforehand.reminders.time is '10 o'clock'; write a time of the day like 10:00.");
    }

    private static ReminderSettings settings(String time, String... steps) {
        return new ReminderSettings(List.of(steps), time);
    }
}
