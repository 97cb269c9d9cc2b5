package dev.beforehand.reminders;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Decision.Done;
import dev.beforehand.reminders.Decision.Hold;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Verdict.Due;
import dev.beforehand.reminders.Verdict.Rests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to about what; pure.
 *
 * <p>An invoice is due for its newest step whose day has come and which was not written yet. Older steps that were missed
 * are let go with it, and so is one whose day lies more than {@link Cadence#CATCH_UP_DAYS} days back. All invoices of a
 * client that are due go into one letter, which the oldest of them carries.
 */
record ReminderPolicy(Cadence cadence) {

    private static final Comparator<Invoice> OLDEST_FIRST =
            Comparator.comparing(Invoice::dueOn).thenComparing(Invoice::number);

    /** What the cadence asks for today. */
    Decision decide(Observation seen, LocalDate today) {
        return decide(seen, today, chased -> judge(chased, today));
    }

    /** What a person may send today, whatever the cadence asks for: each invoice is as far as its days. */
    Decision decideNow(Observation seen, LocalDate today) {
        return decide(
                seen,
                today,
                chased -> obstacle(chased, today)
                        .<Verdict>map(rests -> rests)
                        .orElseGet(
                                () -> new Due(Math.toIntExact(chased.invoice().daysLateOn(today)))));
    }

    /** Whether the cadence asks for this invoice today, and why not. */
    Verdict judge(Chased chased, LocalDate today) {
        var obstacle = obstacle(chased, today);
        if (obstacle.isPresent() && !obstacle.get().reason().holds()) {
            return obstacle.get();
        }
        var dueOn = chased.invoice().dueOn();
        var newest = cadence.newest(dueOn, today);
        if (newest.isEmpty()) {
            return new Rests(Reason.NOT_YET);
        }
        int step = newest.getAsInt();
        if (chased.lastStep() != null && chased.lastStep() >= step) {
            return new Rests(Reason.STEP_WRITTEN);
        }
        if (Cadence.isTooLate(step, dueOn, today)) {
            return new Rests(Reason.TOO_LATE);
        }
        return obstacle.<Verdict>map(rests -> rests).orElse(new Due(step));
    }

    /** What forbids to ask for this invoice, whoever wants to. */
    Optional<Rests> obstacle(Chased chased, LocalDate today) {
        var invoice = chased.invoice();
        if (today.isBefore(invoice.issuedOn())) {
            return Optional.of(new Rests(Reason.NOT_YET));
        }
        if (!invoice.balanceOn(today).isPositive()) {
            var voided = !invoice.isOpenOn(today) && invoice.closedBy() == ClosedBy.VOID;
            return Optional.of(new Rests(voided ? Reason.VOID : Reason.PAID));
        }
        if (chased.missing()) {
            return Optional.of(new Rests(Reason.NOT_IN_LEDGER));
        }
        if (invoice.disputed() || chased.problem()) {
            return Optional.of(new Rests(Reason.DISPUTED));
        }
        if (chased.onPlan()) {
            return Optional.of(new Rests(Reason.ON_PLAN));
        }
        return Optional.ofNullable(chased.promisedUntil())
                .filter(until -> !until.isBefore(today))
                .map(until -> new Rests(Reason.PROMISED, until));
    }

    /** Which invoices of a letter must not be asked for any more, and why; looked at in the moment in which it leaves. */
    Map<InvoiceId, Reason> fallenOut(List<Named> named, Observation seen, LocalDate today) {
        var byId = seen.invoices().stream()
                .collect(Collectors.toMap(chased -> chased.invoice().id(), Function.identity()));
        var fallenOut = new HashMap<InvoiceId, Reason>();
        for (var each : named) {
            var reason = fallsOut(each, byId.get(each.invoice()), seen, today);
            if (reason != null) {
                fallenOut.put(each.invoice(), reason);
            }
        }
        return fallenOut;
    }

    /** @param chased the invoice as it is now; empty where it is not this client's any more */
    private @Nullable Reason fallsOut(Named named, @Nullable Chased chased, Observation seen, LocalDate today) {
        if (chased == null) {
            return Reason.OTHER_CLIENT;
        }
        var obstacle = obstacle(chased, today);
        if (obstacle.isPresent()) {
            return obstacle.get().reason();
        }
        return chased.invoice().dueOn().equals(named.dueOn()) ? unaddressed(seen) : Reason.DUE_DATE_CHANGED;
    }

    private static Decision decide(Observation seen, LocalDate today, Function<Chased, Verdict> judge) {
        var asked = new ArrayList<Asked>();
        Hold hold = null;
        for (var chased : oldestFirst(seen)) {
            switch (judge.apply(chased)) {
                case Due due -> asked.add(new Asked(chased.invoice(), due.step()));
                case Rests rests -> hold = hold == null && rests.reason().holds() ? rests.asHold() : hold;
            }
        }
        if (!asked.isEmpty()) {
            return letter(seen, asked, today);
        }
        return hold == null ? new Done() : hold;
    }

    private static Decision letter(Observation seen, List<Asked> asked, LocalDate today) {
        if (seen.writtenToday()) {
            return new Hold(Reason.WRITTEN_TODAY, today);
        }
        var unaddressed = unaddressed(seen);
        return unaddressed == null ? new Send(asked.getFirst().step(), asked) : new Hold(unaddressed, null);
    }

    /** Who is missing for a letter; empty where nobody is. */
    private static @Nullable Reason unaddressed(Observation seen) {
        if (!seen.reachable()) {
            return Reason.NO_CONTACT;
        }
        return seen.manager() == null ? Reason.NO_ACCOUNT_MANAGER : null;
    }

    private static List<Chased> oldestFirst(Observation seen) {
        return seen.invoices().stream()
                .sorted(Comparator.comparing(Chased::invoice, OLDEST_FIRST))
                .toList();
    }
}
