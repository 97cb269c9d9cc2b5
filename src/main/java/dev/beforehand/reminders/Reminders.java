package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.mail.Mailer;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.SendNow.Held;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The letters' front door: which leave today, having one sent, and deciding about those that are stuck. A client gets
 * one letter a day, whoever asks for it. Not within a transaction.
 */
@Service
public class Reminders {

    private final Forecast forecast;
    private final ReminderRows reminders;
    private final Queue queue;
    private final Observations observations;
    private final ReminderPolicy policy;
    private final LetterWriter writer;
    private final Postbox postbox;
    private final Mailer mailer;
    private final Clock clock;

    Reminders(
            Forecast forecast,
            ReminderRows reminders,
            Queue queue,
            Observations observations,
            ReminderPolicy policy,
            LetterWriter writer,
            Postbox postbox,
            Mailer mailer,
            Clock clock) {
        this.forecast = forecast;
        this.reminders = reminders;
        this.queue = queue;
        this.observations = observations;
        this.policy = policy;
        this.writer = writer;
        this.postbox = postbox;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** From when on the letters of a day leave, in the team's zone. */
    public LocalTime leaveAt() {
        return forecast.leaveAt();
    }

    /** The letters of a day: those that are to leave, and what became of those that were to. */
    public PlannedLetters planned(LocalDate day, int limit, int offset) {
        return forecast.on(day, limit, offset);
    }

    public PlannedLetters planned(LocalDate day, int limit) {
        return planned(day, limit, 0);
    }

    public Optional<Reminder> find(ReminderId id) {
        return reminders.find(id);
    }

    /** The newest letter that asks for one of these invoices, or that is to; a cancelled one does not count. */
    public Optional<Reminder> newestAbout(Collection<InvoiceId> invoices) {
        return invoices.isEmpty() ? Optional.empty() : reminders.newestAbout(invoices);
    }

    /** Letters that failed, or of which nobody knows whether they left; the newest first. */
    public List<Reminder> waitingForAPerson(int limit, int offset) {
        return reminders.waitingForAPerson(limit, offset);
    }

    /** The letters of this day that the mail server does not take at the moment; empty where there are none. */
    public Optional<Stuck> stuck(LocalDate day) {
        return mailer.missing()
                .map(missing -> new Stuck(planned(day, 0).total(), missing))
                .or(() -> queue.stuck(day));
    }

    /** @param reason a sentence that says why */
    public record Stuck(int letters, String reason) {}

    /** The letter that would leave if it were sent now; those of the invoices that must not be asked for are left out. */
    public Preview preview(ClientId client, Collection<InvoiceId> invoices) {
        return now(client, invoices, letter -> preview(client, letter), Preview.NotNow::new);
    }

    /** Has a letter sent now, beside the cadence. It says at once whether it may leave; sending takes a moment. */
    public SendNow requestNow(ClientId client, Collection<InvoiceId> invoices, ColleagueId by) {
        return now(client, invoices, letter -> request(client, letter, by), held -> held);
    }

    /** A person looked, and the letter of which nobody knew has arrived. */
    public Settled markSent(ReminderId id, ColleagueId by) {
        return settle(id, () -> postbox.arrived(id, by), now -> false);
    }

    /** A person decided that a letter which failed, or of which nobody knows, is sent once more; today. */
    public Settled sendAgain(ReminderId id, ColleagueId by) {
        return settle(
                id, () -> postbox.again(id, today(), by), now -> now.state().waitsForAPerson());
    }

    private <T> T now(
            ClientId client, Collection<InvoiceId> invoices, Function<Send, T> possible, Function<Held, T> held) {
        if (mailer.missing().isPresent()) {
            return held.apply(new Held(Reason.MAIL_NOT_SET_UP, null));
        }
        return switch (policy.decideNow(observations.of(client, invoices, today()), today())) {
            case Send letter -> possible.apply(letter);
            case Decision.Hold hold -> held.apply(new Held(hold.reason(), hold.until()));
            case Decision.Done done -> held.apply(new Held(Reason.NOTHING_OWED, null));
        };
    }

    private Preview preview(ClientId client, Send letter) {
        var balances = letter.invoices().stream()
                .map(Asked::invoice)
                .collect(Collectors.toMap(invoice -> invoice.id(), invoice -> invoice.balanceOn(today())));
        return writer.preview(client, letter.step(), balances);
    }

    private SendNow request(ClientId client, Send letter, ColleagueId by) {
        return postbox.request(client, letter, today(), by)
                .<SendNow>map(SendNow.Requested::new)
                .orElseGet(() -> new Held(Reason.WRITTEN_TODAY, today()));
    }

    private Settled settle(ReminderId id, BooleanSupplier decision, Predicate<Reminder> writtenToday) {
        var reminder = reminders.find(id).orElse(null);
        if (reminder == null) {
            return new Settled.Unknown();
        }
        try {
            if (decision.getAsBoolean()) {
                return new Settled.Done();
            }
        } catch (DuplicateKeyException e) {
            return new Settled.WrittenToday();
        }
        var now = reminders.find(id).orElseThrow();
        return writtenToday.test(now) ? new Settled.WrittenToday() : new Settled.NotWaiting(now.state());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
