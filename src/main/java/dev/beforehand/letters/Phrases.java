package dev.beforehand.letters;

import com.samskivert.mustache.MustacheException;
import dev.beforehand.letters.PhraseFile.Phrase;
import dev.beforehand.letters.RefusedFile.Meanwhile;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The words that Beforehand says in Slack, from {@code messages/slack/en.properties}. {@code {{value}}} is escaped for
 * mrkdwn; {@code {{{value}}}} is not, for what is mrkdwn already. A file of the same name in the folder
 * {@code beforehand.messages} replaces single phrases, and an edit there is seen at the next use. Safe for many threads.
 */
@Component
public class Phrases {

    private static final Logger log = LoggerFactory.getLogger(Phrases.class);
    private static final String FILE = "slack/en.properties";

    private final Map<String, Phrase> packaged;
    private final EditedFile<Map<String, Phrase>> phrases;

    @Autowired
    Phrases(MessageFolder folder) {
        this(MessageFolder.packaged(FILE), folder);
    }

    Phrases(String packagedText, MessageFolder folder) {
        this.packaged = PhraseFile.read("messages/" + FILE, packagedText);
        this.phrases = new EditedFile<>(folder.onDisk(FILE), packaged, this::replacing);
        phrases.current();
    }

    /** The packaged words, for use without a running application. */
    public static Phrases packaged() {
        return new Phrases(new MessageFolder(new MessageSettings(null, "en")));
    }

    /** The keys of all phrases. */
    public Set<String> keys() {
        return packaged.keySet();
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

    /** Says a phrase that needs no values. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * @throws IllegalArgumentException where there is no such phrase, or it needs a value that is not given; it names
     *     the file, the key and the value
     */
    public String say(String key, Map<String, ?> values) {
        var phrase = phrase(key);
        try {
            return phrase.template().execute(values);
        } catch (MustacheException.Context e) {
            throw new IllegalArgumentException(
                    "%s: the phrase '%s' needs a value for '%s', which was not given; given were %s."
                            .formatted(phrase.place(), key, e.key, values.keySet()),
                    e);
        }
    }

    /** Says {@code key.one} where the count is 1, otherwise {@code key.many}; both may use {@code {{count}}}. */
    public String say(String key, long count, Map<String, ?> values) {
        var all = new HashMap<String, @Nullable Object>(values);
        all.put("count", NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count));
        return say(key + (count == 1 ? ".one" : ".many"), all);
    }

    private Phrase phrase(String key) {
        var phrase = phrases.current().get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("messages/%s has no phrase '%s'; add it there.".formatted(FILE, key));
        }
        return phrase;
    }

    private Map<String, Phrase> replacing(String file, String text) {
        var all = new HashMap<>(packaged);
        var problems = new ArrayList<String>();
        PhraseFile.read(file, text).forEach((key, phrase) -> {
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
