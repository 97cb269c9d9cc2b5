package dev.beforehand.mail;

import java.util.stream.Collectors;

/** Text that stands in a letter's head; a line break in it would start a line of its own there. */
final class HeaderValue {

    private HeaderValue() {}

    static void check(String name, String value) {
        if (!isSafe(value)) {
            throw new IllegalArgumentException(
                    "The %s of a letter must be one line of text, but '%s' has a line break or another control character in it."
                            .formatted(name, printable(value)));
        }
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
