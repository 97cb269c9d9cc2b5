package dev.beforehand.clients;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How preferences are written, in a list as in a form. */
public final class PreferenceWords {

    /** So many people get a copy of a letter. */
    public static final int MOST_COPIES = 10;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "herr", "frau");

    private PreferenceWords() {}

    /** The language's tag; empty where it is no language. */
    public static Optional<String> language(String text) {
        try {
            var locale = new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
            return Optional.of(locale)
                    .filter(each -> LANGUAGES.contains(each.getLanguage()))
                    .map(Locale::toLanguageTag);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** Addresses apart by semicolons, commas or line breaks. */
    public static List<String> addresses(String text) {
        return Arrays.stream(text.split("[;,\\r\\n]"))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }

    /** As the list of addresses is kept. */
    public static String joined(List<String> addresses) {
        return String.join(";", addresses);
    }

    /** Without the comma at its end, which the letter puts there. */
    public static String salutation(String text) {
        return text.replaceFirst("[\\s,:;!]+$", "");
    }

    /** Nothing that a letter could begin with. */
    public static boolean isTitle(String salutation) {
        return TITLES.contains(salutation.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT));
    }
}
