package dev.beforehand.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * When letters about an invoice leave, in days after its due date; before it when negative.
 *
 * @param steps in ascending order, each once
 */
record Cadence(List<Integer> steps) {

    /**
     * How late a step may leave. Long enough for a weekend with holidays around it or a server that was down, and short
     * enough that a ledger which is read for the first time does not bring letters about every old invoice in it.
     */
    static final int CATCH_UP_DAYS = 7;

    private static final int FARTHEST = 365;
    private static final int MOST = 20;

    Cadence {
        steps = List.copyOf(new TreeSet<>(steps));
        if (steps.isEmpty() || steps.size() > MOST) {
            throw new IllegalArgumentException("beforehand.reminders.cadence has " + steps.size()
                    + " steps; give between 1 and " + MOST + ", like -7,0,3,7,14.");
        }
        for (int step : steps) {
            if (Math.abs(step) > FARTHEST) {
                throw new IllegalArgumentException("beforehand.reminders.cadence has the step " + step
                        + "; a step lies at most " + FARTHEST + " days before or after the due date.");
            }
        }
    }

    static Cadence parse(List<String> steps) {
        return new Cadence(steps.stream().map(Cadence::step).toList());
    }

    /** The newest step whose day has come. */
    OptionalInt newest(LocalDate dueOn, LocalDate today) {
        return steps.stream()
                .mapToInt(step -> step)
                .filter(step -> !dueOn.plusDays(step).isAfter(today))
                .max();
    }

    /** Whether so much time has passed since the step's day that it is let go. */
    static boolean isTooLate(int step, LocalDate dueOn, LocalDate today) {
        return dueOn.plusDays(step).isBefore(today.minusDays(CATCH_UP_DAYS));
    }

    /** No invoice that was due before this day has a step left. */
    LocalDate earliestDue(LocalDate today) {
        return today.minusDays(CATCH_UP_DAYS + steps.getLast());
    }

    /** No invoice that falls due after this day has reached a step. */
    LocalDate latestDue(LocalDate today) {
        return today.minusDays(steps.getFirst());
    }

    private static int step(String text) {
        var number = text.strip();
        if (!number.matches("[+-]?\\d{1,6}")) {
            throw new IllegalArgumentException("beforehand.reminders.cadence has the step '" + text
                    + "', which is no whole number of days; write steps like -7,0,3,7,14.");
        }
        return Integer.parseInt(number);
    }
}
