package dev.beforehand.correspondence;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import org.springframework.stereotype.Service;

/** Answers to clients' mails, as people write them in Slack. */
@Service
public class WrittenAnswers {

    private final IncomingRows incoming;
    private final AnswerBook book;
    private final Mailer mailer;

    WrittenAnswers(IncomingRows incoming, AnswerBook book, Mailer mailer) {
        this.incoming = incoming;
        this.book = book;
        this.mailer = mailer;
    }

    /**
     * Answers a mail, once: the answer leaves in the account manager's name in a moment. Where it cannot be sent, the mail
     * waits again. Not within a transaction.
     *
     * @param text plain, with line breaks
     */
    public Answered send(IncomingId id, String text, ColleagueId by) {
        var mail = incoming.find(id).orElse(null);
        if (mail == null) {
            return new Answered.Unknown();
        }
        if (!mail.isWaiting() || mail.kind() != Incoming.Kind.REPLY) {
            return new Answered.NotWaiting(mail);
        }
        if (mailer.missing().isPresent()) {
            return new Answered.NotNow(mailer.missing().get());
        }
        var to = mail.answerTo();
        if (to == null || !MailAddress.isValid(to)) {
            return new Answered.NotNow(new Sentence("reply.refused.no-sender"));
        }
        var messageId = mailer.newMessageId();
        return book.begin(mail, messageId, AnswerLetter.subject(mail.subject()), text, by)
                ? new Answered.OnItsWay()
                : new Answered.NotWaiting(incoming.find(id).orElseThrow());
    }
}
