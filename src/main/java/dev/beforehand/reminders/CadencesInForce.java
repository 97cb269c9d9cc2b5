package dev.beforehand.reminders;

import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.letters.MessageFolder;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cadences by which letters leave. They stand in the database, so that all instances go by the same ones, and a file
 * that was spoilt meanwhile changes nothing, whatever restarts.
 */
@Component
class CadencesInForce {

    static final String FILE = "cadences.yaml";

    private final JdbcClient jdbc;
    private final MessageFolder folder;
    private final LetterRenderer letters;
    private final Clock clock;
    private volatile @Nullable Known known;

    CadencesInForce(JdbcClient jdbc, MessageFolder folder, LetterRenderer letters, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.letters = letters;
        this.clock = clock;
    }

    private record Known(String words, Cadences cadences) {}

    /**
     * Not within a transaction: the first time ever, the file's come into force. None are where that one has a mistake:
     * what the company wanted instead, nobody can know.
     */
    Cadences current() {
        return words().or(this::first).map(this::cadencesOf).orElse(Cadences.NONE);
    }

    /** What the file says now, where that is not in force. */
    Optional<MessageFolder.Found> changed() {
        var file = folder.read(FILE);
        return words().filter(file.text()::equals).isPresent() ? Optional.empty() : Optional.of(file);
    }

    /** @throws CadencesRefused where a file like this cannot come into force */
    Cadences read(MessageFolder.Found file) {
        return CadenceFile.read(file.name(), file.text(), letters::has);
    }

    void enforce(String words) {
        jdbc.sql("insert into cadence_file (words, since) values (?, ?)")
                .params(words, clock.millis())
                .update();
    }

    private Optional<String> words() {
        return jdbc.sql("select words from cadence_file order by id desc limit 1")
                .query((row, number) -> row.getString("words"))
                .optional();
    }

    private Optional<String> first() {
        try {
            var file = folder.read(FILE);
            read(file);
            enforce(file.text());
            return Optional.of(file.text());
        } catch (CadencesRefused | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** A letter that was deleted since does not end the cadences: the nearest one is written in its place. */
    private Cadences cadencesOf(String words) {
        var before = known;
        if (before != null && before.words().equals(words)) {
            return before.cadences();
        }
        var read = CadenceFile.read(FILE, words, letter -> true);
        known = new Known(words, read);
        return read;
    }
}
