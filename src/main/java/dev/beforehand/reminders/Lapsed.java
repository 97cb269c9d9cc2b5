package dev.beforehand.reminders;

import dev.beforehand.reminders.Decision.Rest;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Verdict.Rests;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Steps that no letter asks for any more; pure. */
final class Lapsed {

    private Lapsed() {}

    /** Those that are let go because a newer one has come; none on which the invoice was not even issued. */
    static List<Rest> overtaken(Chased chased, StepDays days, LocalDate leavesOn) {
        var invoice = chased.invoice();
        var cadence = chased.cadence();
        if (cadence == null || !invoice.isOpenOn(leavesOn)) {
            return List.of();
        }
        var newest = cadence.newest(invoice.dueOn(), leavesOn, days);
        return cadence.steps().stream()
                .filter(step -> newest.isPresent() && step.day() < newest.get().day())
                .filter(step -> !chased.isWritten(step))
                .filter(step -> !days.of(invoice.dueOn(), step.day()).isBefore(invoice.issuedOn()))
                .map(step -> Rest.of(chased, step.day(), new Rests(Reason.OVERTAKEN)))
                .toList();
    }

    /** Whether it is overdue and has had all the letters that it gets, or the most that there may be. */
    static Optional<Rests> spent(Chased chased, Cadence cadence, StepDays days, LocalDate leavesOn) {
        if (!chased.invoice().dueOn().isBefore(leavesOn)) {
            return Optional.empty();
        }
        if (chased.letters() >= cadence.mostLetters()) {
            return Optional.of(new Rests(Reason.MOST_LETTERS));
        }
        var last = cadence.steps().getLast();
        return chased.isWritten(last) || chased.letters() > 0 && chased.isTooLate(last, days, leavesOn)
                ? Optional.of(new Rests(Reason.CADENCE_OVER))
                : Optional.empty();
    }

    /** Whether its newest step came so long ago that it is not caught up. */
    static Optional<Rests> tooLate(Chased chased, Cadence cadence, StepDays days, LocalDate leavesOn) {
        var dueOn = chased.invoice().dueOn();
        return cadence.newest(dueOn, leavesOn, days)
                .filter(step -> !chased.isWritten(step))
                .filter(step -> chased.isTooLate(step, days, leavesOn))
                .map(step -> new Rests(Reason.TOO_LATE));
    }
}
