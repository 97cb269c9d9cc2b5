package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Reminder.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Changes letters in the outbox, within the caller's transaction. Each change of state is one conditional update, which
 * says whether it was the caller's to make.
 */
@Repository
class Outbox {

    /** A client gets one letter a day, or one about each invoice; and beside those, one that thanks. */
    private static final String NO_OTHER = """
            not exists (select 1 from reminder t where t.client_id = reminder.client_id and t.kind = reminder.kind
                and t.id <> reminder.id and %s
                and (t.only_about = 0 or reminder.only_about = 0 or t.only_about = reminder.only_about))""".formatted(PastLetters.OF_TODAY);

    private final JdbcClient jdbc;
    private final Clients clients;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clients clients, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.clock = clock;
    }

    /** A person does not want these to leave; of one that may have arrived before, nobody knows again. */
    List<ReminderId> hold(List<ReminderId> ids, ColleagueId by) {
        return changed(jdbc.sql("""
                        update reminder set state = case when in_doubt then 'UNKNOWN' else 'HELD' end,
                            reason = case when in_doubt then 'HELD' else reason end,
                            decided_by = case when in_doubt then decided_by else :by end, changed_at = :now
                        where id in (:ids) and state in ('DRAFT', 'PLANNED', 'PENDING') returning id""")
                .param("by", by.value())
                .param("now", clock.millis())
                .param("ids", ids.stream().map(ReminderId::value).toList()));
    }

    private static List<ReminderId> changed(StatementSpec update) {
        return update.query((row, number) -> new ReminderId(row.getLong("id"))).list();
    }

    /**
     * Makes a letter one of today and lets it go, outside of the client's hours too, because a person decided so; not where
     * the client has another one.
     */
    boolean letGo(ReminderId id, Collection<State> from, LocalDate today, Opening hours, ColleagueId by) {
        jdbc.sql("select client_id from reminder where id = ?")
                .param(id.value())
                .query((row, number) -> new ClientId(row.getLong("client_id")))
                .optional()
                .ifPresent(clients::lock);
        return jdbc.sql("""
                        update reminder set state = 'PENDING', day = :today, leaves_at = :opens, closes_at = :closes,
                            decided_by = :by, reason = null, in_doubt = in_doubt or state = 'UNKNOWN', changed_at = :now
                        where id = :id and state in (:from) and\s""" + NO_OTHER)
                        .param("opens", hours.opens().toEpochMilli())
                        .param("closes", hours.closes().toEpochMilli())
                        .param("today", today)
                        .param("begins", PastLetters.begins(today, clock))
                        .param("by", by.value())
                        .param("now", clock.millis())
                        .param("id", id.value())
                        .param("from", from.stream().map(State::name).toList())
                        .update()
                == 1;
    }

    /** A person changes its words, as long as it waits. */
    boolean reword(ReminderId id, @Nullable String subject, @Nullable String note) {
        return jdbc.sql("""
                        update reminder set own_subject = ?, note = ?, changed_at = ?
                        where id = ? and state in ('DRAFT', 'PLANNED', 'HELD')""")
                        .param(subject)
                        .param(note)
                        .param(clock.millis())
                        .param(id.value())
                        .update()
                == 1;
    }

    /**
     * Where the invoice that carried it has fallen out, another one does, in the words of its own step.
     *
     * @return whether that changed anything
     */
    boolean carry(Reminder left) {
        var carrying = left.named().getFirst();
        return left.kind() == Reminder.Kind.REMINDER
                && (carrying.step() != left.step()
                        || !carrying.equals(left.invoices().getFirst()))
                && jdbc.sql("""
                            update reminder set
                                step = (select n.step from reminder_invoice n where n.reminder_id = id and n.invoice_id = :invoice),
                                letter = (select n.letter from reminder_invoice n where n.reminder_id = id and n.invoice_id = :invoice),
                                tone = (select n.tone from reminder_invoice n where n.reminder_id = id and n.invoice_id = :invoice)
                            where id = :id""")
                                .param("invoice", carrying.invoice().value())
                                .param("id", left.id().value())
                                .update()
                        == 1;
    }

    void asks(ReminderId id, InvoiceId invoice, Money balance) {
        jdbc.sql("update reminder_invoice set balance = ? where reminder_id = ? and invoice_id = ?")
                .params(balance.getAmountMinorLong(), id.value(), invoice.value())
                .update();
    }

    /** @param reason empty: it is in the letter again */
    void leaveOut(ReminderId id, InvoiceId invoice, @Nullable Reason reason) {
        jdbc.sql("update reminder_invoice set left_out = ? where reminder_id = ? and invoice_id = ?")
                .param(reason == null ? null : reason.name())
                .param(id.value())
                .param(invoice.value())
                .update();
    }

    /** Cancels a letter that is on its way, and frees its invoices for another. */
    void cancel(ReminderId id, Reason reason) {
        if (change(id, State.SENDING, State.CANCELLED, reason.name())) {
            free(id);
        }
    }

    /**
     * Cancels a letter that cannot leave any more, as it stands now, and frees its invoices for another. One that may have
     * arrived before is in doubt again instead: all that it asks for may have been asked for.
     */
    boolean miss(ReminderId id, LocalDate today) {
        var missed = jdbc.sql("""
                        update reminder set state = case when in_doubt then 'UNKNOWN' else 'CANCELLED' end, changed_at = :now,
                            reason = case state when 'DRAFT' then 'NOT_SENT' else 'MISSED_ITS_DAY' end
                        where id = :id and (state = 'PENDING' and closes_at <= :now
                            or day < :today and (state = 'DRAFT' or state = 'PLANNED' and closes_at <= :now)) returning in_doubt""")
                .param("now", clock.millis())
                .param("today", today)
                .param("id", id.value())
                .query((row, number) -> row.getBoolean("in_doubt"))
                .optional();
        missed.filter(inDoubt -> !inDoubt).ifPresent(cancelled -> free(id));
        return missed.isPresent();
    }

    private void free(ReminderId id) {
        jdbc.sql("""
                        update reminder_invoice set left_out = (select reason from reminder where id = reminder_id)
                        where reminder_id = ? and left_out is null""").param(id.value()).update();
    }

    /** Ends a letter of which nobody knew, because a person does. */
    boolean arrived(ReminderId id, ColleagueId by) {
        return jdbc.sql("""
                        update reminder set state = 'SENT', decided_by = ?, reason = null, changed_at = ?
                        where id = ? and state = 'UNKNOWN'""").params(by.value(), clock.millis(), id.value()).update() == 1;
    }

    /** A person leaves it at a letter that did not arrive. Its steps stay written: nobody asks for them again, and the next ones come. */
    boolean leave(ReminderId id, ColleagueId by) {
        return jdbc.sql("""
                        update reminder set state = 'CANCELLED', decided_by = ?, changed_at = ?,
                            reason = case state when 'FAILED' then 'LEFT' else 'NOT_ARRIVED' end
                        where id = ? and state in ('FAILED', 'UNKNOWN')""").params(by.value(), clock.millis(), id.value()).update() == 1;
    }

    boolean change(ReminderId id, State from, State to, @Nullable String reason) {
        return jdbc.sql("update reminder set state = ?, reason = ?, changed_at = ? where id = ? and state = ?")
                        .param(to.name())
                        .param(reason)
                        .param(clock.millis())
                        .param(id.value())
                        .param(from.name())
                        .update()
                == 1;
    }
}
