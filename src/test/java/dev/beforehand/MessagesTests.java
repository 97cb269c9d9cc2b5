package dev.beforehand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Pattern LITERAL = Pattern.compile("\"(\\.?[a-z][\\w.-]*)\"");
    private static final Pattern EMOJI = Pattern.compile(":([a-z][a-z0-9_+-]*):");

    @Test
    void everyPhraseIsSaidSomewhere() throws IOException {
        var said = literals();

        assertThat(Phrases.packaged().keys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(said).anyMatch(literal -> names(literal, key, said)));
    }

    @Test
    void thePracticeSlackShowsEachEmojiOfThePhrases() throws IOException {
        var known = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/practice/emoji.properties"))) {
            known.load(file);
        }

        var used = new TreeSet<String>();
        for (var language : List.of("en", "de")) {
            var phrases = Files.readString(Path.of("messages/slack/" + language + ".properties"));
            EMOJI.matcher(phrases).results().forEach(emoji -> used.add(emoji.group(1)));
        }

        assertThat(known.stringPropertyNames()).containsAll(used);
        assertThat(used).contains("eyes");
    }

    /**
     * A literal names a phrase, or begins the name of several when it ends in a dot, or is the stem of one whose end is
     * another literal that begins with a dot.
     */
    private static boolean names(String literal, String key, Set<String> said) {
        var plain = key.replaceFirst("\\.(one|many|none)$", "");
        return key.equals(literal)
                || plain.equals(literal)
                || (literal.endsWith(".") && key.startsWith(literal))
                || (plain.startsWith(literal + ".") && said.contains(plain.substring(literal.length())));
    }

    private static Set<String> literals() throws IOException {
        var literals = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(source)).results().forEach(match -> literals.add(match.group(1)));
            }
        }
        return literals;
    }
}
