package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Decision.Rest;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.SendNow.Held;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * A person wants a letter to a client to leave now, beside the cadences. A client gets one letter a day, whoever asks for
 * it. Not within a transaction.
 */
@Service
public class LetterRequests {

    private final ReminderRows reminders;
    private final LetterDecisions decisions;
    private final Observations observations;
    private final LetterWriter writer;
    private final Postbox postbox;
    private final Standstill standstill;
    private final Clock clock;

    LetterRequests(
            ReminderRows reminders,
            LetterDecisions decisions,
            Observations observations,
            LetterWriter writer,
            Postbox postbox,
            Standstill standstill,
            Clock clock) {
        this.reminders = reminders;
        this.decisions = decisions;
        this.observations = observations;
        this.writer = writer;
        this.postbox = postbox;
        this.standstill = standstill;
        this.clock = clock;
    }

    /**
     * The letter that would leave if it were sent now; those of the invoices that must not be asked for are left out. Of a
     * client who gets one for each invoice it is the first one.
     */
    public Preview preview(ClientId client, Collection<InvoiceId> invoices) {
        var waiting = waiting(client, invoices);
        if (waiting.isEmpty()) {
            return now(client, invoices, letters -> preview(client, letters), Preview.NotNow::new);
        }
        return decisions
                .obstacle(waiting.get())
                .<Preview>map(reason -> new Preview.NotNow(new Held(reason, null)))
                .orElseGet(() -> writer.preview(waiting.get()));
    }

    private Preview preview(ClientId client, List<Send> letters) {
        var others = letters.stream()
                .skip(1)
                .map(letter -> letter.invoices().getFirst().invoice().number())
                .toList();
        return writer.preview(client, letters.getFirst()).beside(others);
    }

    /** Has a letter sent now, beside the cadence. It says at once whether it may leave; sending takes a moment. */
    public SendNow send(ClientId client, Collection<InvoiceId> invoices, ColleagueId by) {
        var waiting = waiting(client, invoices).orElse(null);
        return waiting == null
                ? now(client, invoices, letters -> request(client, letters, by), held -> held)
                : switch (decisions.sendNow(waiting.id(), by)) {
                    case Settled.Done done -> new SendNow.Requested(waiting.id());
                    case Settled.Forbidden forbidden -> new Held(forbidden.reason(), null);
                    default -> new Held(Reason.WRITTEN_TODAY, today());
                };
    }

    /** The letter about one of these that is planned for today anyway. */
    private Optional<Reminder> waiting(ClientId client, Collection<InvoiceId> invoices) {
        return reminders.waiting(client, today()).stream()
                .filter(letter -> letter.state() != State.PENDING
                        || letter.hours().opens().isAfter(clock.instant()))
                .filter(letter -> letter.named().stream().anyMatch(named -> invoices.contains(named.invoice())))
                .findFirst();
    }

    private <T> T now(
            ClientId client, Collection<InvoiceId> invoices, Function<List<Send>, T> possible, Function<Held, T> held) {
        var still = standstill.today();
        if (still.isPresent()) {
            return held.apply(new Held(still.get(), null));
        }
        var seen = observations.of(client, invoices, today());
        var decision = ReminderPolicy.decideNow(seen, today(), seen.dateAt(clock.instant()));
        if (!decision.letters().isEmpty()) {
            return possible.apply(decision.letters());
        }
        var why = decision.rests().stream().findFirst();
        return held.apply(new Held(
                why.map(Rest::reason).orElse(Reason.NOTHING_OWED),
                why.map(Rest::until).orElse(null)));
    }

    private SendNow request(ClientId client, List<Send> letters, ColleagueId by) {
        var requested = letters.stream()
                .flatMap(letter ->
                        postbox.request(client, letter, today(), LetterDecisions.fromNow(clock.instant()), by).stream())
                .toList();
        return requested.stream()
                .findFirst()
                .<SendNow>map(SendNow.Requested::new)
                .orElseGet(() -> new Held(Reason.WRITTEN_TODAY, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
