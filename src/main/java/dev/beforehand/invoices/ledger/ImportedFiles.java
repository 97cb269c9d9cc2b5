package dev.beforehand.invoices.ledger;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.LedgerReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which state of each file was taken in last. */
@Repository
class ImportedFiles {

    private final JdbcClient jdbc;
    private final Activities activities;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    ImportedFiles(JdbcClient jdbc, Activities activities, Clock clock) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.clock = clock;
    }

    /** Held while a file is taken in: one after the other. */
    ReentrantLock turn() {
        return turn;
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

    /** Remembers what somebody handed in, who it was, and what became of it. */
    @Transactional
    void handedIn(String path, String fingerprint, Instant asOf, LedgerReport report, ColleagueId by) {
        jdbc.sql("""
                insert into ledger_file (path, fingerprint, imported_at, as_of) values (?, ?, ?, ?)
                on conflict (path) do update set fingerprint = excluded.fingerprint, imported_at = excluded.imported_at,
                    as_of = case when excluded.as_of > ledger_file.as_of then excluded.as_of else ledger_file.as_of end""")
                .params(path, fingerprint, clock.millis(), asOf.toEpochMilli())
                .update();
        activities.record(Activity.inSlack(Kind.LEDGER_IMPORTED, by.value(), null, null, report.sentence()));
    }

    /** Differs as soon as another file, or another state of one, was taken in. */
    String state() {
        return jdbc
                .sql("select path, fingerprint, imported_at from ledger_file order by path")
                .query((row, number) -> row.getString(1) + ' ' + row.getString(2) + ' ' + row.getLong(3))
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
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
