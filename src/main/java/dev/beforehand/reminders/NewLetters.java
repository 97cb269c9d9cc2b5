package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Reminder.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes letters down for the first time, within the caller's transaction. From then on they are the {@link Outbox}'s. */
@Repository
class NewLetters {

    private final JdbcClient jdbc;
    private final PastLetters past;
    private final Clients clients;
    private final Clock clock;

    NewLetters(JdbcClient jdbc, PastLetters past, Clients clients, Clock clock) {
        this.jdbc = jdbc;
        this.past = past;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * A letter to be written down.
     *
     * @param state in which it begins
     * @param by empty where a cadence asks for it
     */
    record New(
            ClientId client,
            Decision.Send words,
            State state,
            LocalDate day,
            Opening hours,
            String messageId,
            @Nullable ColleagueId by) {}

    /** Empty where the client has a letter that day, or all of this was written about before. */
    Optional<ReminderId> add(New letter) {
        if ((letter.words().onlyAbout() != null || letter.by() != null) && isWrittenTo(letter)) {
            return Optional.empty();
        }
        return insert(letter).filter(id -> asksForAny(id, letter));
    }

    /**
     * The unique index takes a letter about all beside one about a single invoice. So whoever is first has the others wait
     * for the client.
     */
    private boolean isWrittenTo(New letter) {
        clients.lock(letter.client());
        return past.isWrittenTo(letter.client(), letter.day(), letter.words().onlyAbout());
    }

    private Optional<ReminderId> insert(New letter) {
        var words = letter.words();
        var step = words.invoices().getFirst().step();
        return jdbc.sql("""
                        insert into reminder (client_id, cadence, mode, step, letter, tone, only_about, day,
                            leaves_at, closes_at, state, message_id, requested_by, attempts, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) on conflict do nothing returning id""")
                .param(letter.client().value())
                .param(words.cadence())
                .param(words.mode() == null ? null : words.mode().name())
                .param(step.day())
                .param(step.letter())
                .param(step.tone().name())
                .param(words.onlyAbout() == null ? 0 : words.onlyAbout().value())
                .param(letter.day())
                .param(letter.hours().opens().toEpochMilli())
                .param(letter.hours().closes().toEpochMilli())
                .param(letter.state().name())
                .param(letter.messageId())
                .param(letter.by() == null ? null : letter.by().value())
                .param(clock.millis())
                .query((row, number) -> new ReminderId(row.getLong("id")))
                .optional();
    }

    /** Names its invoices; without one that it asks for, there is no letter. */
    private boolean asksForAny(ReminderId id, New letter) {
        var asked = letter.words().invoices().stream()
                .filter(each -> name(id, each, letter.day()) && !each.listed())
                .count();
        if (asked == 0) {
            remove(id);
        }
        return asked > 0;
    }

    private boolean name(ReminderId id, Asked asked, LocalDate day) {
        var balance = asked.invoice().balanceOn(day);
        return jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, letter, tone, due_on, balance, currency,
                            listed)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(List.of(
                                id.value(),
                                asked.invoice().id().value(),
                                asked.step().day(),
                                asked.step().letter(),
                                asked.step().tone().name(),
                                asked.invoice().dueOn(),
                                balance.getAmountMinorLong(),
                                balance.getCurrencyUnit().getCode(),
                                asked.listed()))
                        .update()
                == 1;
    }

    private void remove(ReminderId id) {
        jdbc.sql("delete from reminder_invoice where reminder_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("delete from reminder where id = ?").param(id.value()).update();
    }

    /** Writes a thank-you down, unless the client has one that day. */
    void addThanks(ClientId client, List<Invoice> paid, LocalDate day, Opening hours, String messageId, Mode mode) {
        jdbc.sql("""
                        insert into reminder (client_id, kind, mode, step, day, leaves_at, closes_at, state, message_id,
                            attempts, changed_at)
                        values (?, 'THANKS', ?, 0, ?, ?, ?, ?, ?, 0, ?) on conflict do nothing returning id""")
                .params(
                        client.value(),
                        mode.name(),
                        day,
                        hours.opens().toEpochMilli(),
                        hours.closes().toEpochMilli(),
                        (mode == Mode.DRAFT ? State.DRAFT : State.PLANNED).name(),
                        messageId,
                        clock.millis())
                .query((row, number) -> new ReminderId(row.getLong("id")))
                .optional()
                .ifPresent(id -> paid.forEach(invoice -> thankFor(id, invoice)));
    }

    private void thankFor(ReminderId id, Invoice paid) {
        jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency, listed)
                        values (?, ?, 0, ?, ?, ?, true)""")
                .params(
                        id.value(),
                        paid.id().value(),
                        paid.dueOn(),
                        paid.total().getAmountMinorLong(),
                        paid.total().getCurrencyUnit().getCode())
                .update();
    }
}
