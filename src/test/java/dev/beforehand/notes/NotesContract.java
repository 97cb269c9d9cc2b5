package dev.beforehand.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({Notes.class, Activities.class, TestLedger.class})
abstract class NotesContract {

    @Autowired
    Notes notes;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    ColleagueId ana;
    ClientId harbour;

    @BeforeEach
    void aClient() {
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
    }

    @Test
    void eachMessageIsKeptOnce() {
        assertThat(keep(harbour, "1.1", "2.1")).isEqualTo(2);
        assertThat(keep(harbour, "1.1", "2.1", "3.1")).isEqualTo(1);
        assertThat(keep(ledger.client("Isar AG", ana), "3.1")).isZero();

        assertThat(jdbc.sql("select detail from activity where kind = 'NOTE_KEPT' and link = 'https://slack.example'")
                        .query(String.class)
                        .list())
                .containsExactly("Ben: Words 1.1", "Ben: Words 2.1", "Ben: Words 3.1");
    }

    /** Letters, answers and pages are made from tables; none of what makes them names this one. */
    @Test
    void nothingElseReadsTheNotes() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var naming = files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, "internal_note"))
                    .map(file -> file.getParent().getFileName().toString());
            assertThat(naming).containsOnly("notes");
        }
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var reading = files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, "from activity"))
                    .filter(file -> contains(file, "detail"))
                    .map(file -> file.getFileName().toString());
            assertThat(reading).containsExactlyInAnyOrder("History.java", "Activities.java");
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int keep(ClientId client, String... messages) {
        var said = List.of(messages).stream()
                .map(ts -> new Note("C1", ts, "Ben", Instant.EPOCH, "Words " + ts))
                .toList();
        return notes.keep(client, said, ana, "https://slack.example");
    }

    @OnSqlite
    static class OnSqliteTests extends NotesContract {}

    @OnPostgres
    static class OnPostgresTests extends NotesContract {}
}
