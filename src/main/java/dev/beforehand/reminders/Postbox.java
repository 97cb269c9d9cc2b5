package dev.beforehand.reminders;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.mail.Mailer;
import dev.beforehand.reminders.Decision.Rest;
import dev.beforehand.reminders.NewLetters.New;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is put into the outbox and taken out of it again, each in one transaction; sending is {@link Handover}'s. */
@Component
class Postbox {

    private final LetterDays days;
    private final NewLetters newLetters;
    private final Outbox outbox;
    private final ReminderRows reminders;
    private final LetterRests rests;
    private final ReminderNews news;
    private final Mailer mailer;
    private final ApplicationEventPublisher events;

    Postbox(
            LetterDays days,
            NewLetters newLetters,
            Outbox outbox,
            ReminderRows reminders,
            LetterRests rests,
            ReminderNews news,
            Mailer mailer,
            ApplicationEventPublisher events) {
        this.days = days;
        this.newLetters = newLetters;
        this.outbox = outbox;
        this.reminders = reminders;
        this.rests = rests;
        this.news = news;
        this.mailer = mailer;
        this.events = events;
    }

    /** A letter that a cadence asks for, and when its client is at work. */
    record Put(ClientId client, Decision.Send letter, Opening hours) {

        State state(boolean held) {
            return held || letter.mode() == Mode.DRAFT ? State.DRAFT : State.PLANNED;
        }
    }

    /**
     * Puts in what the cadences ask for, and notes what they ask for in vain; a client that has its letter of the day
     * already gets no other.
     */
    @Transactional
    public void put(List<Put> letters, List<Rest> rests, LocalDate day) {
        var held = days.isHeld(day);
        letters.forEach(put -> newLetters.add(
                new New(put.client(), put.letter(), put.state(held), day, put.hours(), mailer.newMessageId(), null)));
        this.rests.note(rests, day);
    }

    /** Puts in a thank-you; a client gets one a day. */
    @Transactional
    public void thank(ClientId client, List<Invoice> paid, LocalDate day, Opening hours, Mode mode) {
        newLetters.addThanks(client, paid, day, hours, mailer.newMessageId(), days.isHeld(day) ? Mode.DRAFT : mode);
    }

    /** Puts in what a person asks for; empty where the client has its letter of the day already. */
    @Transactional
    public Optional<ReminderId> request(
            ClientId client, Decision.Send letter, LocalDate day, Opening hours, ColleagueId by) {
        var added = newLetters.add(new New(client, letter, State.PENDING, day, hours, mailer.newMessageId(), by));
        added.ifPresent(id -> requested(id, by));
        return added;
    }

    /** A person has a letter that is in one of these states leave today; not beside another one to its client. */
    @Transactional
    public boolean letGo(ReminderId id, Collection<State> from, LocalDate today, Opening hours, ColleagueId by) {
        var goes = outbox.letGo(id, from, today, hours, by);
        if (goes) {
            requested(id, by);
        }
        return goes;
    }

    /** A person does not want these to leave; those that have left already go by. */
    @Transactional
    public int hold(List<ReminderId> letters, ColleagueId by) {
        var held = reminders.all(outbox.hold(letters, by));
        held.forEach(letter -> news.of(letter, Kind.LETTER_HELD, letter.reason(), by));
        return held.size();
    }

    /** A person changes a letter that waits. */
    @Transactional
    public boolean edit(ReminderId id, Edit edit, ColleagueId by) {
        var edited = outbox.reword(id, edit.subject(), edit.note());
        if (edited) {
            reminders.find(id).orElseThrow().choosable().stream()
                    .map(Reminder.Named::invoice)
                    .forEach(invoice ->
                            outbox.leaveOut(id, invoice, edit.dropped().contains(invoice) ? Reason.DROPPED : null));
            outbox.carry(reminders.find(id).orElseThrow());
            news.of(id, Kind.LETTER_EDITED, by);
        }
        return edited;
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

    /** A person leaves it at a letter that did not arrive. */
    @Transactional
    public boolean leave(ReminderId id, ColleagueId by) {
        var left = outbox.leave(id, by);
        if (left) {
            news.of(id, Kind.LETTER_CANCELLED, by);
        }
        return left;
    }

    /** A letter that failed is needed no more. Its steps stay written. */
    @Transactional
    public void end(ReminderId failed, Reason why) {
        if (outbox.change(failed, State.FAILED, State.CANCELLED, why.name())) {
            news.ended(failed);
        }
    }

    /** These could not leave on their day. Whatever they were about is caught up with the next letter. */
    @Transactional
    public void miss(List<ReminderId> missed, LocalDate today) {
        missed.stream().filter(id -> outbox.miss(id, today)).forEach(id -> news.ended(id));
    }

    /** Nobody is sending these any more, and nobody knows how far they came. */
    @Transactional
    public void abandon(List<ReminderId> orphans) {
        for (var id : orphans) {
            if (outbox.change(id, State.SENDING, State.UNKNOWN, null)) {
                news.ended(id);
            }
        }
    }
}
