package dev.beforehand.invoices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How old the ledger's file of invoices is: nobody is asked to pay by a ledger that may not know of their payment. */
@Service
@EnableConfigurationProperties(LedgerAge.Settings.class)
public class LedgerAge {

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;

    LedgerAge(JdbcClient jdbc, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param maxAge how old the file may be */
    @ConfigurationProperties("beforehand.ledger")
    record Settings(@DefaultValue("7d") Duration maxAge) {

        Settings {
            if (!maxAge.isPositive()) {
                throw new IllegalArgumentException(
                        "beforehand.ledger.max-age is " + maxAge + "; write how old the ledger may be, like 3d.");
            }
        }
    }

    /** When the file was written, where that is longer ago than {@code beforehand.ledger.max-age}. */
    public Optional<Instant> staleSince() {
        return written().filter(asOf -> asOf.plus(settings.maxAge()).isBefore(clock.instant()));
    }

    /** Whether the file was written after that day, so that it knows of all that was paid on it. */
    public boolean covers(LocalDate day) {
        var over = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return written().filter(asOf -> !asOf.isBefore(over)).isPresent();
    }

    /** When the file was written; empty while none was read. */
    public Optional<Instant> written() {
        return jdbc.sql("select max(as_of) as as_of from ledger_file where path not like '%clients.csv'")
                .query((row, number) -> Instant.ofEpochMilli(row.getLong("as_of")))
                .optional()
                .filter(asOf -> asOf.toEpochMilli() > 0);
    }
}
