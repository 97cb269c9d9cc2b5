package dev.beforehand.reminders;

import dev.beforehand.letters.Tone;
import dev.beforehand.letters.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When, in which words and how often the clients of a segment are written to.
 *
 * @param steps by day, each day once
 * @param contactDelay so many days lie between two letters to a client, at least
 * @param mostLetters after so many letters that name an invoice, a person takes over
 * @param thanks whether a payment gets a thank-you
 */
record Cadence(
        String name, Mode mode, Segment segment, List<Step> steps, int contactDelay, int mostLetters, boolean thanks) {

    /**
     * How late a step may leave. Long enough for a weekend with holidays around it or a server that was down, and short
     * enough that a ledger which is read for the first time does not bring letters about every old invoice in it.
     */
    static final int CATCH_UP_DAYS = 7;

    /**
     * One letter about an invoice.
     *
     * @param day after the due date; before it when negative
     * @param letter the name of its words in {@code messages/letters}
     */
    record Step(int day, Tone tone, String letter) {

        /** In the usual words of that day, where no cadence says which. */
        static Step nearest(long daysLate) {
            int day = Math.toIntExact(daysLate);
            var words = Wording.of(day);
            return new Step(day, words.tone(), words.letter());
        }
    }

    Cadence {
        steps = List.copyOf(steps);
    }

    /** The newest step whose day has come. */
    Optional<Step> newest(LocalDate dueOn, LocalDate today, StepDays days) {
        return steps.reversed().stream()
                .filter(step -> !days.of(dueOn, step.day()).isAfter(today))
                .findFirst();
    }

    /** The first step whose day is still to come. */
    Optional<Step> next(LocalDate dueOn, LocalDate today, StepDays days) {
        return steps.stream()
                .filter(step -> days.of(dueOn, step.day()).isAfter(today))
                .findFirst();
    }
}
