package dev.beforehand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is written down as a sentence is read for as long as the database lives, so its phrase stays. */
class StoredSentencesTests {

    static final Iterable<Locale> LANGUAGES = Language.OFFERED;

    private static final Path RELEASED = Path.of("src/test/resources/stored-sentences.txt");
    private static final Pattern MADE = Pattern.compile("new Sentence\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.|[a-z][\\w-]*(?:\\.[\\w-]+)+)\"");

    private final Phrases phrases = Phrases.packaged();

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void eachHasItsPhrase(Locale language) throws IOException {
        var missing = new TreeSet<>(released());
        missing.removeAll(Language.in(language, phrases::keys));

        assertThat(missing)
                .as(
                        "These sentences stand in databases; put their phrases back into messages/slack/%s.properties,"
                                + " also where nothing makes them any more",
                        language)
                .isEmpty();
    }

    @Test
    void eachThatIsMadeIsOnTheList() throws IOException {
        var unknown = made();
        assertThat(unknown).contains("as-is", "delivery.silent", "ledger.column.due", "reminder.reason.PAID");
        unknown.removeAll(released());

        assertThat(unknown)
                .as("Add these to %s; from then on their phrases are never to go or to be renamed", RELEASED)
                .isEmpty();
    }

    /**
     * Literals of the domain that name a phrase, which it has only for sentences, or are of a family of those. One that ends
     * in a dot begins the names of several.
     */
    private Set<String> made() throws IOException {
        var families = new TreeSet<String>();
        released().forEach(key -> families.add(family(key)));
        var made = new TreeSet<String>(Set.of("as-is"));
        for (var source : domain()) {
            var text = Files.readString(source);
            MADE.matcher(text).results().map(match -> match.group(1)).forEach(made::add);
            LITERAL.matcher(text).results().map(match -> match.group(1)).forEach(literal -> {
                if (literal.endsWith(".")) {
                    made.remove(literal);
                    phrases.keys().stream()
                            .filter(key -> key.startsWith(literal))
                            .forEach(made::add);
                } else if (phrases.keys().contains(literal) || families.contains(family(literal))) {
                    made.add(literal);
                }
            });
        }
        return made;
    }

    private static String family(String key) {
        return key.contains(".") ? key.substring(0, key.lastIndexOf('.') + 1) : key;
    }

    private static List<Path> domain() throws IOException {
        var root = Path.of("src/main/java/dev/beforehand");
        try (var sources = Files.walk(root)) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !file.startsWith(root.resolve("slack")) && !file.startsWith(root.resolve("practice")))
                    .toList();
        }
    }

    private static List<String> released() throws IOException {
        return Files.readAllLines(RELEASED).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
