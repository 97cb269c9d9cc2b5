package dev.beforehand.digest;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one account manager on a day.
 *
 * @param toClaim check-ins of their clients that nobody has, the earliest due first
 * @param claimed check-ins that they have, whoever looks after the client; the earliest due first
 * @param promised what their clients promised to pay by this day and is not all there; the earliest first
 * @param broken promises of their clients that were broken, and about which nothing was agreed since; the last broken first
 * @param replies mails of their clients that nobody has dealt with, the oldest first
 * @param bounces reports that a client of theirs cannot be reached, which nobody has dealt with; the oldest first
 * @param letters those to their clients that go no further without a person: what failed or may not have arrived, then drafts
 */
public record Agenda(
        LocalDate day,
        List<CheckInLine> toClaim,
        List<CheckInLine> claimed,
        List<PromiseLine> promised,
        List<PromiseLine> broken,
        List<MailLine> replies,
        List<MailLine> bounces,
        List<LetterLine> letters) {

    /**
     * A check-in with what is open of it.
     *
     * @param claimedAt empty where nobody has it
     * @param firstDue when the first of its invoices is or was due
     */
    public record CheckInLine(
            CheckInId id,
            ClientId client,
            String clientName,
            @Nullable Instant claimedAt,
            int invoices,
            Totals owed,
            LocalDate firstDue) {}

    /** @param arrived of what was promised, since then */
    public record PromiseLine(
            long id, ClientId client, String clientName, Money promised, LocalDate promisedOn, Money arrived) {}

    /** @param subject as whoever wrote it has it */
    public record MailLine(IncomingId id, ClientId client, String clientName, String subject, Instant arrivedAt) {}

    /** @param asksFor what is open today of what it names; empty where nothing is */
    public record LetterLine(
            ReminderId id,
            ClientId client,
            String clientName,
            Reminder.Kind kind,
            Reminder.State state,
            LocalDate day,
            Totals asksFor) {}

    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many things wait. */
    public int size() {
        return toClaim.size()
                + claimed.size()
                + promised.size()
                + broken.size()
                + replies.size()
                + bounces.size()
                + letters.size();
    }
}
