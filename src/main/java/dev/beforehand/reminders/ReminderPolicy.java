package dev.beforehand.reminders;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Decision.Rest;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Verdict.Due;
import dev.beforehand.reminders.Verdict.Rests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who is written to about what; pure.
 *
 * <p>An invoice is due for its newest step whose day has come and which was not written yet. Older steps that were missed
 * are let go with it, and so is one whose day lies more than {@link Cadence#CATCH_UP_DAYS} days back. A client gets one
 * letter: it names all that is open and may be asked for, and the oldest of it carries the letter and sets its words. No
 * letter follows another within the contact delay, and after the most letters that may name an invoice a person takes over.
 *
 * <p>What may be asked for is looked at on the team's day; steps and delays are counted to the day on which the letter
 * leaves, by the client's own calendar.
 */
final class ReminderPolicy {

    private static final Comparator<Chased> OLDEST_FIRST = Comparator.comparing(
            Chased::invoice, Comparator.comparing(Invoice::dueOn).thenComparing(Invoice::number));

    private ReminderPolicy() {}

    /** A step that is due. */
    private record Wanted(Chased chased, Step step) {

        Rest rest(Rests why) {
            return Rest.of(chased, step.day(), why);
        }
    }

    /** What the cadences ask for today. */
    static Decision decide(Observation seen, LocalDate today, LocalDate leavesOn) {
        var wanted = new ArrayList<Wanted>();
        var rests = new ArrayList<Rest>();
        for (var chased : oldestFirst(seen)) {
            switch (Verdicts.judge(chased, seen.days(), today, leavesOn)) {
                case Due due -> wanted.add(new Wanted(chased, due.step()));
                case Rests why -> {
                    if (why.reason().isNoted()) {
                        rests.add(Rest.of(chased, Verdicts.dayOf(chased, seen, leavesOn), why));
                    }
                }
            }
            rests.addAll(Lapsed.overtaken(chased, seen.days(), leavesOn));
        }
        var letters = new ArrayList<Send>();
        for (var group : groups(seen, wanted)) {
            var why = Obstacles.of(seen, today)
                    .or(() -> Verdicts.contactDelay(cadences(seen, group, today), seen, leavesOn));
            if (why.isPresent()) {
                group.forEach(each -> rests.add(each.rest(why.get())));
            } else {
                letterOrTooMany(seen, group, today, leavesOn, letters, rests);
            }
        }
        if (Obstacles.standstill(seen) == null) {
            rests.addAll(takenOver(seen, today, leavesOn));
        }
        return new Decision(letters, rests.stream().distinct().toList());
    }

    /** What a person may send today, whatever the cadences ask for: each invoice is as far as its days. */
    static Decision decideNow(Observation seen, LocalDate today, LocalDate leavesOn) {
        var asked = new ArrayList<Asked>();
        var rests = new ArrayList<Rest>();
        var clientRests = Obstacles.of(seen, today);
        for (var chased : oldestFirst(seen)) {
            var why = Obstacles.of(chased, today);
            if (why.isPresent() && !why.get().reason().holds()) {
                continue;
            }
            var step = Step.nearest(chased.invoice().daysLateOn(leavesOn));
            why.or(() -> clientRests)
                    .ifPresentOrElse(
                            rest -> rests.add(Rest.of(chased, step.day(), rest)),
                            () -> asked.add(new Asked(chased.invoice(), step, false)));
        }
        return new Decision(byPerson(seen, asked), rests);
    }

    private static List<Send> byPerson(Observation seen, List<Asked> asked) {
        if (seen.letterPerInvoice()) {
            return asked.stream()
                    .map(each -> new Send(null, null, each.invoice().id(), List.of(each)))
                    .toList();
        }
        return asked.isEmpty() ? List.of() : List.of(new Send(null, null, null, asked));
    }

    /** What is still open though all its letters were written, and nothing keeps anybody from asking for it. */
    private static List<Rest> takenOver(Observation seen, LocalDate today, LocalDate leavesOn) {
        var rests = new ArrayList<Rest>();
        for (var chased : askable(seen, today).toList()) {
            var cadence = chased.cadence();
            if (cadence != null
                    && Verdicts.contactDelay(Stream.of(cadence), seen, leavesOn).isEmpty()) {
                Lapsed.spent(chased, cadence, seen.days(), leavesOn)
                        .ifPresent(why -> rests.add(Rest.of(chased, Verdicts.dayOf(chased, seen, leavesOn), why)));
            }
        }
        return rests;
    }

    private static List<List<Wanted>> groups(Observation seen, List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return seen.letterPerInvoice() ? wanted.stream().map(List::of).toList() : List.of(wanted);
    }

    private static void letterOrTooMany(
            Observation seen,
            List<Wanted> group,
            LocalDate today,
            LocalDate leavesOn,
            List<Send> letters,
            List<Rest> rests) {
        var first = group.getFirst();
        var carrying = seen.letterPerInvoice() ? first.chased() : oldestAskable(seen, today);
        var rules = carrying.cadence() == null ? cadenceOf(first) : carrying.cadence();
        if (carrying.letters() >= rules.mostLetters()) {
            group.forEach(each -> rests.add(each.rest(new Rests(Reason.MOST_LETTERS))));
            return;
        }
        var mode = cadences(seen, group, today)
                .map(Cadence::mode)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        letters.add(
                seen.letterPerInvoice()
                        ? new Send(rules.name(), mode, first.chased().invoice().id(), List.of(asked(first)))
                        : new Send(rules.name(), mode, null, allOpen(seen, group, today, leavesOn)));
    }

    private static Asked asked(Wanted wanted) {
        return new Asked(wanted.chased().invoice(), wanted.step(), false);
    }

    private static List<Asked> allOpen(Observation seen, List<Wanted> wanted, LocalDate today, LocalDate leavesOn) {
        var asked = wanted.stream().map(Wanted::chased).toList();
        return askable(seen, today)
                .map(chased -> new Asked(
                        chased.invoice(),
                        Verdicts.newest(chased, seen, leavesOn)
                                .orElseGet(() -> Step.nearest(chased.invoice().daysLateOn(leavesOn))),
                        !asked.contains(chased)))
                .toList();
    }

    private static Chased oldestAskable(Observation seen, LocalDate today) {
        return askable(seen, today).findFirst().orElseThrow();
    }

    private static Stream<Chased> askable(Observation seen, LocalDate today) {
        return oldestFirst(seen).stream()
                .filter(chased -> Obstacles.of(chased, today).isEmpty());
    }

    /** Those of all that the letter names. */
    private static Stream<Cadence> cadences(Observation seen, List<Wanted> group, LocalDate today) {
        var named = seen.letterPerInvoice() ? group.stream().map(Wanted::chased) : askable(seen, today);
        return named.map(Chased::cadence).filter(Objects::nonNull);
    }

    private static Cadence cadenceOf(Wanted wanted) {
        return Objects.requireNonNull(wanted.chased().cadence());
    }

    private static List<Chased> oldestFirst(Observation seen) {
        return seen.invoices().stream().sorted(OLDEST_FIRST).toList();
    }
}
