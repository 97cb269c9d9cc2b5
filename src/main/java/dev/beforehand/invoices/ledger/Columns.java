package dev.beforehand.invoices.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which column of a file holds which field.
 *
 * @param headers as they stand in the file
 * @param of the column of each heading, by the heading's ordinal; -1 where the file has none
 */
record Columns(List<String> headers, int[] of) {

    private static final int NONE = -1;

    /** @param chosen what the settings say: headers by {@link Heading#setting} */
    static <H extends Enum<H> & Heading> Columns recognise(
            List<String> headers, H[] headings, Map<String, String> chosen) {
        var plain = new ArrayList<>(headers.stream().map(Heading::plain).toList());
        var of = new int[headings.length];
        Arrays.fill(of, NONE);
        for (var heading : headings) {
            var header = chosen.get(heading.setting());
            if (header != null) {
                of[heading.ordinal()] = take(plain, List.of(Heading.plain(header)));
            }
        }
        for (var heading : headings) {
            if (!chosen.containsKey(heading.setting())) {
                of[heading.ordinal()] = take(plain, heading.synonyms());
            }
        }
        return new Columns(headers, of);
    }

    /** A column serves one field only. */
    private static int take(List<String> plain, List<String> names) {
        for (var name : names) {
            int column = plain.indexOf(name);
            if (column >= 0) {
                plain.set(column, "");
                return column;
            }
        }
        return NONE;
    }

    <H extends Enum<H> & Heading> boolean has(H heading) {
        return of[heading.ordinal()] != NONE;
    }

    <H extends Enum<H> & Heading> String header(H heading) {
        return headers.get(of[heading.ordinal()]);
    }

    /** Those of the given headings that the file has no column for. */
    <H extends Enum<H> & Heading> List<H> missing(List<H> needed) {
        return needed.stream().filter(heading -> !has(heading)).toList();
    }

    <H extends Enum<H> & Heading> Columns without(H heading) {
        var fewer = of.clone();
        fewer[heading.ordinal()] = NONE;
        return new Columns(headers, fewer);
    }

    long recognised() {
        return Arrays.stream(of).filter(column -> column != NONE).count();
    }
}
