package dev.beforehand.mail;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that stands in a letter's head; a line break in it would start a line of its own there. */
final class HeaderValue {

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    private HeaderValue() {}

    static void check(String name, String value) {
        if (!isSafe(value)) {
            throw new IllegalArgumentException(
                    "The %s of a letter must be one line of text, but '%s' has a line break or another control character in it."
                            .formatted(name, printable(value)));
        }
    }

    /** With a space for each break and what stands around it. */
    static String oneLine(String value) {
        return BREAKS.matcher(value).replaceAll(" ").strip();
    }

    static boolean isSafe(String value) {
        return value.chars().noneMatch(HeaderValue::breaks);
    }

    /** With a question mark for what must not be there. */
    static String printable(String value) {
        return value.chars()
                .mapToObj(c -> breaks(c) ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean breaks(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }
}
