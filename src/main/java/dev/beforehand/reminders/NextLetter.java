package dev.beforehand.reminders;

import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.Observation.Chased;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A letter that a cadence asks for about an invoice, should nothing stand in its way. */
record NextLetter(String cadence, Step step, LocalDate on) {

    /** The next one; empty where none is to come. */
    static Optional<NextLetter> of(Chased chased, @Nullable Cadence cadence, StepDays days, LocalDate today) {
        return all(chased, cadence, days, today).stream().findFirst();
    }

    /**
     * All that are to come, one after the other.
     *
     * @param cadence empty: none are
     */
    static List<NextLetter> all(Chased chased, @Nullable Cadence cadence, StepDays days, LocalDate today) {
        if (cadence == null) {
            return List.of();
        }
        var dueOn = chased.invoice().dueOn();
        var reached = cadence.newest(dueOn, today, days)
                .filter(step -> !chased.isTooLate(step, days, today))
                .map(step -> new NextLetter(cadence.name(), step, today));
        var toCome = cadence.steps().stream()
                .map(step -> new NextLetter(cadence.name(), step, days.of(dueOn, step.day())))
                .filter(letter -> letter.on().isAfter(today));
        return Stream.concat(reached.stream(), toCome)
                .filter(letter -> !chased.isWritten(letter.step()))
                .toList();
    }

    /** Whether the client would get the same words on the same day. */
    boolean isLike(NextLetter other) {
        return on.equals(other.on) && step.equals(other.step);
    }
}
