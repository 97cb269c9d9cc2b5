package dev.beforehand.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HabitTests {

    @Test
    void theMedianIsNotMovedByOnePaymentThatTookAYear() {
        assertThat(Habit.of(List.of(6, 365, 5, 6, 7))).contains(new Habit(6, 5));
        assertThat(Habit.of(List.of(1, 2, 4, 5, 90, 0))).contains(new Habit(3, 6));
        assertThat(Habit.of(List.of(-3, -2, -2, 0, 9))).contains(new Habit(-2, 5));
    }

    @Test
    void fewPaymentsAreNoHabit() {
        assertThat(Habit.of(List.of(6, 6, 6, 6))).isEmpty();
        assertThat(Habit.of(List.of())).isEmpty();
    }
}
