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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is written to about what; pure.
 *
 * <p>An invoice is due for its newest step whose day has come and which was not written yet. Older steps that were missed
 * are let go with it, and so is one whose day lies more than {@link Cadence#CATCH_UP_DAYS} days back. A client gets one
 * letter: it names all that is open and may be asked for, and the oldest of it carries the letter and sets its words. No
 * letter follows another within the contact delay, and after the most letters that may name an invoice a person takes over.
 */
final class ReminderPolicy {

    private static final Comparator<Chased> OLDEST_FIRST = Comparator.comparing(
            Chased::invoice, Comparator.comparing(Invoice::dueOn).thenComparing(Invoice::number));

    /** A step that is due. */
    private record Wanted(Chased chased, Step step) {

        Rest rest(Rests why) {
            return ReminderPolicy.rest(chased, step, why);
        }
    }

    /** What the cadences ask for today. */
    Decision decide(Observation seen, LocalDate today) {
        var wanted = new ArrayList<Wanted>();
        var rests = new ArrayList<Rest>();
        for (var chased : oldestFirst(seen)) {
            switch (judge(chased, seen.days(), today)) {
                case Due due -> wanted.add(new Wanted(chased, due.step()));
                case Rests why -> {
                    if (why.reason().holds()) {
                        rests.add(rest(chased, stepOf(chased, seen, today).orElseThrow(), why));
                    }
                }
            }
        }
        var letters = new ArrayList<Send>();
        for (var group : groups(seen, wanted)) {
            var rules = rulesOf(group.getFirst());
            var why = Obstacles.of(seen, today).or(() -> rests(rules, seen, today));
            if (why.isPresent()) {
                group.forEach(each -> rests.add(each.rest(why.get())));
            } else {
                letterOrTooMany(seen, group, today, letters, rests);
            }
        }
        return new Decision(letters, rests);
    }

    /** What a person may send today, whatever the cadences ask for: each invoice is as far as its days. */
    Decision decideNow(Observation seen, LocalDate today) {
        var asked = new ArrayList<Asked>();
        var rests = new ArrayList<Rest>();
        var clientRests = Obstacles.of(seen, today);
        for (var chased : oldestFirst(seen)) {
            int day = Math.toIntExact(chased.invoice().daysLateOn(today));
            var why = Obstacles.of(chased, today);
            if (why.isPresent() && !why.get().reason().holds()) {
                continue;
            }
            why = why.or(() -> clientRests);
            if (why.isEmpty()) {
                asked.add(new Asked(chased.invoice(), day, false));
            } else {
                rests.add(new Rest(
                        chased.invoice(), "", day, why.get().reason(), why.get().until()));
            }
        }
        return new Decision(
                asked.isEmpty()
                        ? List.of()
                        : List.of(new Send(null, asked.getFirst().day(), null, null, asked)),
                rests);
    }

    /** Why no letter of a cadence could name this invoice today; empty where one could, if a step were due. */
    Optional<Rests> whyNotNow(Observation seen, Chased chased, LocalDate today) {
        var cadence = chased.cadence();
        return Obstacles.of(chased, today)
                .or(() -> Obstacles.of(seen, today).filter(rests -> rests.reason() != Reason.WRITTEN_TODAY))
                .or(() -> cadence == null ? Optional.of(new Rests(Reason.NO_CADENCE)) : rests(cadence, seen, today))
                .or(() -> cadence != null && chased.letters() >= cadence.mostLetters()
                        ? Optional.of(new Rests(Reason.MOST_LETTERS))
                        : Optional.empty());
    }

    /** Whether the cadence asks for this invoice today, and why not. */
    Verdict judge(Chased chased, StepDays days, LocalDate today) {
        var obstacle = Obstacles.of(chased, today);
        if (obstacle.isPresent() && !obstacle.get().reason().holds()) {
            return obstacle.get();
        }
        var cadence = chased.cadence();
        if (cadence == null) {
            return new Rests(Reason.NO_CADENCE);
        }
        var dueOn = chased.invoice().dueOn();
        var newest = cadence.newest(dueOn, today, days);
        if (newest.isEmpty()) {
            return new Rests(Reason.NOT_YET);
        }
        var step = newest.get();
        if (chased.lastStep() != null && chased.lastStep() >= step.day()) {
            return new Rests(Reason.STEP_WRITTEN);
        }
        if (Cadence.isTooLate(step, dueOn, today, days)) {
            return new Rests(Reason.TOO_LATE);
        }
        return obstacle.<Verdict>map(rests -> rests).orElse(new Due(step));
    }

    private static Optional<Rests> rests(Cadence rules, Observation seen, LocalDate today) {
        if (seen.lastLetter() == null) {
            return Optional.empty();
        }
        var until = seen.lastLetter().plusDays(rules.contactDelay() - 1L);
        return until.isBefore(today) ? Optional.empty() : Optional.of(new Rests(Reason.CONTACT_DELAY, until));
    }

    private static List<List<Wanted>> groups(Observation seen, List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return seen.letterPerInvoice() ? wanted.stream().map(List::of).toList() : List.of(wanted);
    }

    private void letterOrTooMany(
            Observation seen, List<Wanted> group, LocalDate today, List<Send> letters, List<Rest> rests) {
        var invoices = seen.letterPerInvoice() ? onlyAbout(group.getFirst()) : allOpen(seen, group, today);
        var carrying = chasedFor(seen, invoices.getFirst());
        var rules = carrying.cadence() == null ? rulesOf(group.getFirst()) : carrying.cadence();
        if (carrying.letters() >= rules.mostLetters()) {
            group.forEach(each -> rests.add(each.rest(new Rests(Reason.MOST_LETTERS))));
            return;
        }
        var step = stepOf(carrying, seen, today).orElse(group.getFirst().step());
        var only = seen.letterPerInvoice() ? invoices.getFirst().invoice().id() : null;
        letters.add(new Send(rules, invoices.getFirst().day(), step, only, invoices));
    }

    private static List<Asked> onlyAbout(Wanted wanted) {
        return List.of(new Asked(wanted.chased().invoice(), wanted.step().day(), false));
    }

    private List<Asked> allOpen(Observation seen, List<Wanted> wanted, LocalDate today) {
        var steps = wanted.stream().collect(Collectors.toMap(Wanted::chased, Wanted::step));
        return oldestFirst(seen).stream()
                .filter(chased -> Obstacles.of(chased, today).isEmpty())
                .map(chased -> new Asked(
                        chased.invoice(),
                        stepOf(chased, seen, today)
                                .map(Step::day)
                                .orElseGet(
                                        () -> Math.toIntExact(chased.invoice().daysLateOn(today))),
                        !steps.containsKey(chased)))
                .toList();
    }

    private static Chased chasedFor(Observation seen, Asked asked) {
        return seen.invoices().stream()
                .filter(chased -> chased.invoice().equals(asked.invoice()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Step> stepOf(Chased chased, Observation seen, LocalDate today) {
        return Optional.ofNullable(chased.cadence())
                .flatMap(cadence -> cadence.newest(chased.invoice().dueOn(), today, seen.days()));
    }

    private static Cadence rulesOf(Wanted wanted) {
        return Objects.requireNonNull(wanted.chased().cadence());
    }

    private static Rest rest(Chased chased, Step step, Rests why) {
        var cadence = chased.cadence() == null ? "" : chased.cadence().name();
        return new Rest(chased.invoice(), cadence, step.day(), why.reason(), why.until());
    }

    private static List<Chased> oldestFirst(Observation seen) {
        return seen.invoices().stream().sorted(OLDEST_FIRST).toList();
    }
}
