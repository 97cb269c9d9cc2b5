package dev.beforehand.letters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The language in which Slack's readers are spoken to. Whoever answers a person or shows a card says for whom, with
 * {@link #in}; what is said within is in that language. Elsewhere, so in the log, it is English.
 */
public final class Language {

    /** Those that have a file in {@code messages/slack/}. */
    public static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final ScopedValue<Locale> SPOKEN = ScopedValue.newInstance();

    private Language() {}

    /** The one spoken at the moment. */
    public static Locale spoken() {
        return SPOKEN.orElse(Locale.ENGLISH);
    }

    public static <T> T in(Locale language, Supplier<T> words) {
        return ScopedValue.where(SPOKEN, language).call(words::get);
    }

    public static void in(Locale language, Runnable words) {
        ScopedValue.where(SPOKEN, language).run(words);
    }

    /** @param tag as Slack and settings write it: {@code de}, {@code de-AT}, {@code de_AT}. Empty where it is not offered */
    public static Optional<Locale> offered(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        var wanted = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return OFFERED.stream()
                .filter(language -> language.getLanguage().equals(wanted))
                .findFirst();
    }
}
