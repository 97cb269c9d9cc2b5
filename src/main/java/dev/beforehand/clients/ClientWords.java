package dev.beforehand.clients;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a name as they are searched: in lower case, without accents and punctuation. */
public final class ClientWords {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private ClientWords() {}

    /** A name as it is compared: in lower case and with single spaces. */
    public static String key(String name) {
        return SPACE.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    public static List<String> of(String name) {
        return all(name).distinct().toList();
    }

    /** All words of a text, in their order. */
    public static Stream<String> all(String text) {
        var plain =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty());
    }
}
