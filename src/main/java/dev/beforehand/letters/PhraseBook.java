package dev.beforehand.letters;

import dev.beforehand.letters.PhraseFile.Phrase;
import dev.beforehand.letters.RefusedFile.Meanwhile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The phrases of one language: the packaged ones, and in their place those that the team has edited. */
final class PhraseBook {

    private static final Logger log = LoggerFactory.getLogger(PhraseBook.class);

    private final String file;
    private final Map<String, Phrase> packaged;
    private final EditedFile<Map<String, Phrase>> phrases;

    PhraseBook(String file, String packagedText, MessageFolder folder) {
        this.file = file;
        this.packaged = PhraseFile.read("messages/" + file, packagedText);
        this.phrases = new EditedFile<>(folder.onDisk(file), packaged, this::replacing);
        phrases.current();
    }

    static PhraseBook of(Locale language, MessageFolder folder) {
        var file = "slack/" + language + ".properties";
        return new PhraseBook(file, MessageFolder.packaged(file), folder);
    }

    Set<String> keys() {
        return packaged.keySet();
    }

    Phrase phrase(String key) {
        var phrase = phrases.current().get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("messages/%s has no phrase '%s'; add it there.".formatted(file, key));
        }
        return phrase;
    }

    /** The file of the team, where it cannot be used as it is now. */
    Optional<RefusedFile> refused() {
        phrases.current();
        var problems = phrases.problems();
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RefusedFile(problems, phrases.isAsPackaged() ? Meanwhile.PACKAGED : Meanwhile.LAST_GOOD));
    }

    private Map<String, Phrase> replacing(String name, String text) {
        var all = new HashMap<>(packaged);
        var problems = new ArrayList<String>();
        PhraseFile.read(name, text).forEach((key, phrase) -> {
            var original = packaged.get(key);
            if (original == null) {
                log.warn("{}: nothing says '{}', so it is passed over.", phrase.place(), key);
            } else {
                problems.addAll(unknownValues(key, phrase, original));
                all.put(key, phrase);
            }
        });
        if (!problems.isEmpty()) {
            throw new MessageRefused(problems);
        }
        return all;
    }

    private static List<String> unknownValues(String key, Phrase phrase, Phrase original) {
        var known = TemplateNames.in(original.template());
        return TemplateNames.in(phrase.template()).stream()
                .filter(name -> !known.contains(name))
                .map(name -> "%s: '%s' asks for {{%s}}, which it is never given; it may use %s."
                        .formatted(phrase.place(), key, name, known.isEmpty() ? "no values" : known))
                .toList();
    }
}
