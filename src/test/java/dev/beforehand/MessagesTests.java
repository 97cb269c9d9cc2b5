package dev.beforehand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Pattern LITERAL = Pattern.compile("\"(\\.?[a-z][\\w.-]*)\"");

    @Test
    void everyPhraseIsSaidSomewhere() throws IOException {
        var said = literals();

        assertThat(Phrases.packaged().keys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(said).anyMatch(literal -> names(literal, key, said)));
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
