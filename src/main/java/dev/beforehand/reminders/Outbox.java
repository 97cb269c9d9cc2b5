package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Reminder.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes letters in the outbox, within the caller's transaction. Each change of state is one conditional update, which
 * says whether it was the caller's to make.
 */
@Repository
class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a letter down; empty where the client has one that day, or all of this was written about before. */
    Optional<ReminderId> add(
            ClientId client, Decision.Send letter, LocalDate day, String messageId, @Nullable ColleagueId by) {
        var added = jdbc.sql("""
                        insert into reminder (client_id, step, day, state, message_id, requested_by, attempts, changed_at)
                        values (?, ?, ?, 'PENDING', ?, ?, 0, ?) on conflict do nothing""")
                .param(client.value())
                .param(letter.step())
                .param(day)
                .param(messageId)
                .param(by == null ? null : by.value())
                .param(clock.millis())
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        var id = jdbc.sql("select id from reminder where message_id = ?")
                .param(messageId)
                .query((row, number) -> new ReminderId(row.getLong("id")))
                .single();
        var named = letter.invoices().stream()
                .mapToInt(asked -> name(id, asked, day))
                .sum();
        if (named == 0) {
            jdbc.sql("delete from reminder where id = ?").param(id.value()).update();
            return Optional.empty();
        }
        return Optional.of(id);
    }

    private int name(ReminderId id, Asked asked, LocalDate day) {
        var balance = asked.invoice().balanceOn(day);
        return jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(List.of(
                        id.value(),
                        asked.invoice().id().value(),
                        asked.step(),
                        asked.invoice().dueOn(),
                        balance.getAmountMinorLong(),
                        balance.getCurrencyUnit().getCode()))
                .update();
    }

    /** Takes a letter of today for one try. */
    boolean take(ReminderId id, LocalDate today) {
        return jdbc.sql("""
                        update reminder set state = 'SENDING', attempts = attempts + 1, reason = null, changed_at = ?
                        where id = ? and state = 'PENDING' and day = ?""").params(clock.millis(), id.value(), today).update() == 1;
    }

    void address(ReminderId id, int step, String recipient) {
        jdbc.sql("update reminder set step = ?, recipient = ? where id = ?")
                .params(step, recipient, id.value())
                .update();
    }

    void asks(ReminderId id, InvoiceId invoice, Money balance) {
        jdbc.sql("update reminder_invoice set balance = ? where reminder_id = ? and invoice_id = ?")
                .params(balance.getAmountMinorLong(), id.value(), invoice.value())
                .update();
    }

    void leaveOut(ReminderId id, InvoiceId invoice, Reason reason) {
        jdbc.sql("update reminder_invoice set left_out = ? where reminder_id = ? and invoice_id = ?")
                .params(reason.name(), id.value(), invoice.value())
                .update();
    }

    /**
     * Ends this very try. One whose process was taken for dead, but was not, may still say what became of it, unless a
     * person has decided by then.
     */
    boolean end(ReminderId id, int attempt, State now, @Nullable String subject, @Nullable String reason) {
        return jdbc.sql("""
                        update reminder set state = ?, subject = coalesce(?, subject), reason = ?, changed_at = ?
                        where id = ? and attempts = ? and state in ('SENDING', 'UNKNOWN')""")
                        .param(now.name())
                        .param(subject)
                        .param(reason)
                        .param(clock.millis())
                        .param(id.value())
                        .param(attempt)
                        .update()
                == 1;
    }

    /** Cancels a letter that is in this state, and frees its invoices for another. */
    boolean cancel(ReminderId id, State from, Reason reason) {
        if (!change(id, from, State.CANCELLED, reason.name())) {
            return false;
        }
        jdbc.sql("update reminder_invoice set left_out = ? where reminder_id = ? and left_out is null")
                .params(reason.name(), id.value())
                .update();
        return true;
    }

    /** Ends a letter of which nobody knew, because a person does. */
    boolean arrived(ReminderId id, ColleagueId by) {
        return jdbc.sql("""
                        update reminder set state = 'SENT', decided_by = ?, reason = null, changed_at = ?
                        where id = ? and state = 'UNKNOWN'""").params(by.value(), clock.millis(), id.value()).update() == 1;
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

    /** Puts a letter of which a person decided so among those of today, unless its client has another one. */
    boolean again(ReminderId id, LocalDate today, ColleagueId by) {
        return jdbc.sql("""
                        update reminder set state = 'PENDING', day = :today, decided_by = :by, reason = null, changed_at = :now
                        where id = :id and state in ('FAILED', 'UNKNOWN') and not exists
                            (select 1 from reminder other where other.client_id = reminder.client_id
                             and other.day = :today and other.state <> 'CANCELLED' and other.id <> reminder.id)""")
                        .param("today", today)
                        .param("by", by.value())
                        .param("now", clock.millis())
                        .param("id", id.value())
                        .update()
                == 1;
    }
}
