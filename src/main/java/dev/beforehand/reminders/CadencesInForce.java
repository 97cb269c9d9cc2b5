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

    /** Not within a transaction: the first time ever, the file's come into force. */
    Cadences current() {
        return cadencesOf(words().orElseGet(this::first));
    }

    /** What the file says now, where that is not in force. */
    Optional<MessageFolder.Found> changed() {
        var file = folder.read(FILE);
        return words().filter(words -> !words.equals(file.text())).map(words -> file);
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

    private String first() {
        var words = usableWords();
        enforce(words);
        return words;
    }

    /** A first file with a mistake is told of like any other; until it is mended, the packaged one serves. */
    private String usableWords() {
        try {
            var file = folder.read(FILE);
            read(file);
            return file.text();
        } catch (CadencesRefused | UncheckedIOException e) {
            return MessageFolder.packaged(FILE);
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
