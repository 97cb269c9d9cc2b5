package dev.beforehand.slack.setup;

import dev.beforehand.invoices.LedgerAge;
import dev.beforehand.slack.Format;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether the ledger was read, and is young enough for letters to leave. */
@Component
class LedgerCheck implements SetupCheck {

    private final LedgerAge age;
    private final Clock clock;

    LedgerCheck(LedgerAge age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    @Override
    public SetupItem item() {
        return SetupItem.LEDGER;
    }

    @Override
    public Finding look() {
        var stale = age.staleSince();
        if (stale.isPresent()) {
            return Finding.missing("stale", Format.moment(stale.get()));
        }
        return age.written()
                .map(written -> Finding.good(Format.moment(noLaterThanNow(written))))
                .orElseGet(() -> Finding.missing("none", ""));
    }

    /** Another machine's clock may be ahead. */
    private Instant noLaterThanNow(Instant written) {
        return written.isAfter(clock.instant()) ? clock.instant() : written;
    }
}
