package dev.beforehand.invoices.ledger;

import dev.beforehand.letters.Sentence;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A field that a file may have a column for. */
interface Heading {

    /** The column headers it is known by, as {@link #plain} writes them; the first of them that a file has is taken. */
    List<String> synonyms();

    /** The name of its setting below {@code beforehand.ledger.columns}. */
    String setting();

    /** What a person calls it. */
    default Sentence words() {
        return new Sentence("ledger.column." + setting());
    }

    /** Letters and digits alone, in lower case and without accents; what stands in brackets, like (UTC), is left out. */
    static String plain(String header) {
        var letters = Normalizer.normalize(Plain.BRACKETS.matcher(header).replaceAll(" "), Normalizer.Form.NFD)
                .replace("#", " number ")
                .toLowerCase(Locale.ROOT);
        return Plain.NO_LETTERS.matcher(letters).replaceAll("");
    }

    /** The patterns of {@link #plain}. */
    final class Plain {
        private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
        private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

        private Plain() {}
    }
}
