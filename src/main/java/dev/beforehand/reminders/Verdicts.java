package dev.beforehand.reminders;

import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Verdict.Due;
import dev.beforehand.reminders.Verdict.Rests;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be done about one invoice, as its cadence and what was agreed about it have it; pure. */
final class Verdicts {

    private Verdicts() {}

    /** Why no letter of a cadence could name this invoice today; empty where one could, if a step were due. */
    static Optional<Rests> whyNotNow(Observation seen, Chased chased, LocalDate today, LocalDate leavesOn) {
        var cadence = chased.cadence();
        return Obstacles.of(chased, today)
                .or(() -> Obstacles.of(seen, today).filter(rests -> rests.reason() != Reason.WRITTEN_TODAY))
                .or(() -> cadence == null
                        ? Optional.of(new Rests(Reason.NO_CADENCE))
                        : contactDelay(Stream.of(cadence), seen, leavesOn)
                                .or(() -> Lapsed.spent(chased, cadence, seen.days(), leavesOn))
                                .or(() -> Lapsed.tooLate(chased, cadence, seen.days(), leavesOn)));
    }

    /** Whether the cadence asks for this invoice today, and why not. */
    static Verdict judge(Chased chased, StepDays days, LocalDate today, LocalDate leavesOn) {
        var obstacle = Obstacles.of(chased, today);
        if (obstacle.isPresent() && !obstacle.get().reason().holds()) {
            return obstacle.get();
        }
        var cadence = chased.cadence();
        if (cadence == null) {
            return new Rests(Reason.NO_CADENCE);
        }
        var dueOn = chased.invoice().dueOn();
        var newest = cadence.newest(dueOn, leavesOn, days);
        if (newest.isEmpty()) {
            return new Rests(Reason.NOT_YET);
        }
        var step = newest.get();
        if (chased.isWritten(step)) {
            return new Rests(Reason.STEP_WRITTEN);
        }
        if (chased.isTooLate(step, days, leavesOn)) {
            return obstacle.filter(rests -> rests.reason().passes() && chased.wasHeldBack(step, days))
                    .orElse(new Rests(Reason.TOO_LATE));
        }
        return obstacle.<Verdict>map(rests -> rests).orElse(new Due(step));
    }

    /** Of the cadences of all that a letter names, the longest delay counts. */
    static Optional<Rests> contactDelay(Stream<Cadence> cadences, Observation seen, LocalDate leavesOn) {
        var last = seen.lastLetter();
        if (last == null) {
            return Optional.empty();
        }
        var delay = cadences.mapToInt(Cadence::contactDelay).max().orElse(0);
        var until = last.plusDays(delay - 1L);
        return until.isBefore(leavesOn) ? Optional.empty() : Optional.of(new Rests(Reason.CONTACT_DELAY, until));
    }

    /** The newest step of its cadence whose day has come. */
    static Optional<Step> newest(Chased chased, Observation seen, LocalDate leavesOn) {
        return Optional.ofNullable(chased.cadence())
                .flatMap(cadence -> cadence.newest(chased.invoice().dueOn(), leavesOn, seen.days()));
    }

    /** Of its newest step; zero where it has none. */
    static int dayOf(Chased chased, Observation seen, LocalDate leavesOn) {
        return newest(chased, seen, leavesOn).map(Step::day).orElse(0);
    }
}
