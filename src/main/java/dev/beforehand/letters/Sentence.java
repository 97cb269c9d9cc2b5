package dev.beforehand.letters;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;

/**
 * What happened, to be said by {@link Phrases} in the language of whoever reads it.
 *
 * @param key of the phrase; one that is {@link #written} down is never to go
 * @param values what it is told: words as they are, numbers, whether something is so, a {@link LocalDateTime}, a {@link Money},
 *     sentences, or lists of these
 */
public record Sentence(String key, Map<String, ?> values) {

    private static final String AS_IS = "as-is";

    public Sentence {
        values = Map.copyOf(values);
    }

    public Sentence(String key) {
        this(key, Map.of());
    }

    /** What somebody else has said, in their words. */
    public static Sentence asIs(String words) {
        return new Sentence(AS_IS, Map.of("words", words));
    }

    /** @param text as {@link #written}, or words of an earlier version */
    public static Sentence read(String text) {
        return SentenceText.read(text);
    }

    /** For the database. */
    public String written() {
        var words = String.valueOf(values.get("words"));
        return key.equals(AS_IS) && !SentenceText.isWritten(words) ? words : SentenceText.write(this);
    }

    /** In English, for the log. */
    @Override
    public String toString() {
        return Language.in(Locale.ENGLISH, () -> Packaged.PHRASES.say(this));
    }

    /** The log says the same whatever a team has edited. */
    private static final class Packaged {
        private static final Phrases PHRASES = Phrases.packaged();
    }
}
