package dev.beforehand.slack.digest;

import java.util.Locale;

/** The sections of a digest that can be paged through. */
enum DigestSection {
    BROKEN,
    TO_CLAIM,
    CLAIMED,
    DUE_TODAY,
    OVERDUE,
    PLANS,
    LETTERS;

    /** As it stands in action ids and in the keys of phrases. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DigestSection of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
