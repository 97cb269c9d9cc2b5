package dev.beforehand.letters;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads {@code key = mustache text} line by line, with the rules of Java's properties files, and keeps the lines' numbers. */
final class PhraseFile {

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler()
            .strictSections(true)
            .withEscaper(Escapers.simple(new String[][] {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}}));

    /** @param place file and line, to name in an error */
    record Phrase(String place, Template template) {}

    private final String name;
    private final Map<String, Phrase> phrases = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private PhraseFile(String name) {
        this.name = name;
    }

    /** @throws MessageRefused with one line for each bad phrase */
    static Map<String, Phrase> read(String name, String text) {
        var file = new PhraseFile(name);
        file.readLines(text.lines().toList());
        if (!file.problems.isEmpty()) {
            throw new MessageRefused(file.problems);
        }
        return file.phrases;
    }

    private void readLines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            var entry = new StringBuilder(lines.get(i));
            while (goesOn(entry) && !isComment(entry) && i + 1 < lines.size()) {
                entry.append('\n').append(lines.get(++i));
            }
            readEntry(name + ":" + (first + 1), entry.toString());
        }
    }

    private void readEntry(String place, String entry) {
        properties(place, entry).forEach((key, text) -> {
            try {
                var phrase = new Phrase(place, MUSTACHE.compile((String) text));
                var earlier = phrases.put((String) key, phrase);
                if (earlier != null) {
                    problems.add("%s: '%s' stands at %s already; keep one of the two."
                            .formatted(place, key, earlier.place()));
                }
            } catch (MustacheException e) {
                problems.add("%s: '%s' is no valid text: %s".formatted(place, key, e.getMessage()));
            }
        });
    }

    private Properties properties(String place, String entry) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(entry));
        } catch (IllegalArgumentException e) {
            problems.add("%s: %s".formatted(place, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static boolean goesOn(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static boolean isComment(CharSequence line) {
        var start = line.toString().stripLeading();
        return start.startsWith("#") || start.startsWith("!");
    }
}
