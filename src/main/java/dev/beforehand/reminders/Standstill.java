package dev.beforehand.reminders;

import dev.beforehand.invoices.LedgerAge;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Mailer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What keeps back every letter, whoever it is to. */
@Component
class Standstill {

    private final Mailer mailer;
    private final LedgerAge ledger;
    private final Clock clock;

    Standstill(Mailer mailer, LedgerAge ledger, Clock clock) {
        this.mailer = mailer;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<Reason> today() {
        return mailer.missing()
                .map(missing -> Reason.MAIL_NOT_SET_UP)
                .or(() -> ledger.staleSince().map(since -> Reason.LEDGER_STALE));
    }

    /** The same with all that a person wants to know. */
    Optional<Sentence> sentence() {
        return mailer.missing()
                .or(() -> ledger.staleSince()
                        .map(since -> new Sentence(
                                "delivery.ledger-stale",
                                Map.of("since", LocalDateTime.ofInstant(since, clock.getZone())))));
    }
}
