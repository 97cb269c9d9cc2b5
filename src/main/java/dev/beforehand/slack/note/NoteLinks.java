package dev.beforehand.slack.note;

import dev.beforehand.digest.Agenda.LetterLine;
import dev.beforehand.digest.Agenda.MailLine;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.slack.Permalinks;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.correspondence.IncomingCards;
import dev.beforehand.slack.reminders.ReminderCards;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where something in a note is to be dealt with. */
@Component
class NoteLinks {

    private final TodaysDigest digest;
    private final Permalinks permalinks;

    NoteLinks(TodaysDigest digest, Permalinks permalinks) {
        this.digest = digest;
        this.permalinks = permalinks;
    }

    Optional<String> to(MailLine mail) {
        return permalinks.to(IncomingCards.subject(mail.id()));
    }

    /** A draft has no card of its own: the digest lists it. */
    Optional<String> to(LetterLine letter) {
        return letter.state() == State.DRAFT ? toDigest() : permalinks.to(ReminderCards.subject(letter.id()));
    }

    private Optional<String> toDigest() {
        return digest.thread()
                .map(place -> new Posted(place.channel(), Objects.requireNonNull(place.threadTs())))
                .flatMap(permalinks::to);
    }
}
