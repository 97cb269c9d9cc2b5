package dev.beforehand.reminders;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.mail.Mailer;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is put into the outbox and taken out of it again, each in one transaction; sending is {@link Handover}'s. */
@Component
class Postbox {

    private final Outbox outbox;
    private final ReminderNews news;
    private final Mailer mailer;
    private final ApplicationEventPublisher events;

    Postbox(Outbox outbox, ReminderNews news, Mailer mailer, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.news = news;
        this.mailer = mailer;
        this.events = events;
    }

    /** Puts in what the cadence asks for; a client that has its letter of the day already gets no other. */
    @Transactional
    public void put(Map<ClientId, Decision.Send> letters, LocalDate day) {
        letters.forEach((client, letter) -> outbox.add(client, letter, day, mailer.newMessageId(), null));
    }

    /** Puts in what a person asks for; empty where the client has its letter of the day already. */
    @Transactional
    public Optional<ReminderId> request(ClientId client, Decision.Send letter, LocalDate day, ColleagueId by) {
        var added = outbox.add(client, letter, day, mailer.newMessageId(), by);
        added.ifPresent(id -> requested(id, by));
        return added;
    }

    /** A person asks for another try. */
    @Transactional
    public boolean again(ReminderId id, LocalDate today, ColleagueId by) {
        var again = outbox.again(id, today, by);
        if (again) {
            requested(id, by);
        }
        return again;
    }

    private void requested(ReminderId id, ColleagueId by) {
        news.of(id, Kind.LETTER_REQUESTED, by);
        events.publishEvent(new LetterRequested(id));
    }

    /** A person found out that it arrived. */
    @Transactional
    public boolean arrived(ReminderId id, ColleagueId by) {
        var arrived = outbox.arrived(id, by);
        if (arrived) {
            news.of(id, Kind.LETTER_SENT, by);
        }
        return arrived;
    }

    /** These could not leave on their day. Whatever they were about is caught up with the next letter. */
    @Transactional
    public void miss(List<ReminderId> missed) {
        for (var id : missed) {
            if (outbox.cancel(id, State.PENDING, Reason.MISSED_ITS_DAY)) {
                news.of(id, Kind.LETTER_CANCELLED, null);
            }
        }
    }

    /** Nobody is sending these any more, and nobody knows how far they came. */
    @Transactional
    public void abandon(List<ReminderId> orphans) {
        for (var id : orphans) {
            if (outbox.change(id, State.SENDING, State.UNKNOWN, null)) {
                news.of(id, Kind.LETTER_UNKNOWN, null);
            }
        }
    }
}
