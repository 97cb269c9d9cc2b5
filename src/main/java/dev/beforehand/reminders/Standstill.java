package dev.beforehand.reminders;

import dev.beforehand.invoices.LedgerAge;
import dev.beforehand.mail.Mailer;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What keeps back every letter, whoever it is to. */
@Component
class Standstill {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

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

    /** The same as a sentence for a person. */
    Optional<String> sentence() {
        return mailer.missing()
                .or(() -> ledger.staleSince()
                        .map(since -> "The ledger's file is of " + MOMENT.format(since.atZone(clock.getZone()))
                                + ", and who has paid since, nobody knows. Letters go on with a fresh export;"
                                + " beforehand.ledger.max-age says how old it may be."));
    }
}
