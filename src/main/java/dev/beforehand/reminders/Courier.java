package dev.beforehand.reminders;

import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.reminders.Handover.Tried;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a letter whose try has begun, hands it to the mail server, and says what became of it. */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final LetterWriter writer;
    private final Mailer mailer;

    Courier(LetterWriter writer, Mailer mailer) {
        this.writer = writer;
        this.mailer = mailer;
    }

    /** @param within it has to be on its way to the mail server, or is given back */
    Tried carry(Departing departing, Duration within) {
        var begun = departing.letter();
        OutgoingMail mail;
        try {
            mail = writer.mail(departing);
        } catch (RuntimeException e) {
            // Its message may name the client's address.
            log.error(
                    "Letter {} could not be written ({}).",
                    begun.id(),
                    e.getClass().getName());
            return new Tried(
                    begun,
                    null,
                    new Delivery.Refused(
                            new Sentence("delivery.not-written", Map.of("error", String.valueOf(e.getMessage())))));
        }
        return new Tried(begun, mail.words().subject(), handOver(mail, within));
    }

    private Delivery handOver(OutgoingMail mail, Duration within) {
        try {
            return mailer.send(mail, within);
        } catch (RuntimeException e) {
            log.error("Handing over {} failed ({}).", mail, e.getClass().getName());
            return new Delivery.Unknown(new Sentence("delivery.broke"));
        }
    }
}
