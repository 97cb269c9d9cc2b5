package dev.beforehand.letters;

import java.util.Locale;

/**
 * What a client gets where its language has no letter of the name that its cadence gives.
 *
 * @param missingIn the client's language
 * @param letter the name of the one that it gets
 * @param language of that one
 */
public record Substitute(Locale missingIn, String letter, Locale language) {}
