package dev.beforehand.invoices.ledger;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.invoices.LedgerReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which state of each file was taken in last. */
@Repository
class ImportedFiles {

    private final JdbcClient jdbc;
    private final Activities activities;
    private final Clock clock;

    ImportedFiles(JdbcClient jdbc, Activities activities, Clock clock) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.clock = clock;
    }

    boolean has(Path path, String fingerprint) {
        return jdbc.sql("select count(*) from ledger_file where path = ? and fingerprint = ?")
                        .params(path.toString(), fingerprint)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Remembers that the file was taken in and what became of it.
     *
     * @param asOf when it was written
     * @return false where another instance has said so meanwhile
     */
    @Transactional
    boolean add(Path path, String fingerprint, Instant asOf, LedgerReport report) {
        int written = jdbc.sql("""
                insert into ledger_file (path, fingerprint, imported_at, as_of) values (?, ?, ?, ?)
                on conflict (path) do update set fingerprint = excluded.fingerprint,
                    imported_at = excluded.imported_at, as_of = excluded.as_of
                where ledger_file.fingerprint <> excluded.fingerprint""")
                .params(path.toString(), fingerprint, clock.millis(), asOf.toEpochMilli())
                .update();
        if (written > 0) {
            tell(report);
        }
        return written > 0;
    }

    /** It was written again, and says what it said before. */
    void confirm(Path path, Instant asOf) {
        jdbc.sql("update ledger_file set as_of = ? where path = ? and as_of < ?")
                .params(asOf.toEpochMilli(), path.toString(), asOf.toEpochMilli())
                .update();
    }

    /** Writes down what became of a file. */
    @Transactional
    void tell(LedgerReport report) {
        activities.record(new Activity(Kind.LEDGER_IMPORTED, "ledger", null, null, null, null, report.sentence()));
    }
}
