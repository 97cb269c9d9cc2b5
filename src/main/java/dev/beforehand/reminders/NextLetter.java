package dev.beforehand.reminders;

import dev.beforehand.reminders.Cadence.Step;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The next letter that a cadence asks for about an invoice, should nothing stand in its way. */
record NextLetter(String cadence, Step step, LocalDate on) {

    /**
     * Empty where none is to come.
     *
     * @param lastStep of the letters about it; empty where there is none
     */
    static Optional<NextLetter> of(
            @Nullable Cadence cadence, LocalDate dueOn, @Nullable Integer lastStep, StepDays days, LocalDate today) {
        if (cadence == null) {
            return Optional.empty();
        }
        var reached = cadence.newest(dueOn, today, days)
                .filter(step -> lastStep == null || step.day() > lastStep)
                .filter(step -> !Cadence.isTooLate(step, dueOn, today, days))
                .map(step -> new NextLetter(cadence.name(), step, today));
        return reached.or(() -> cadence.next(dueOn, today, days)
                .map(step -> new NextLetter(cadence.name(), step, days.of(dueOn, step.day()))));
    }
}
