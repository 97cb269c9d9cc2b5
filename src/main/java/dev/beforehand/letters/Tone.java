package dev.beforehand.letters;

/** How a letter sounds. Templates choose their words by it: {@code {{#firm}}...{{/firm}}}. */
public enum Tone {
    FRIENDLY,
    NEUTRAL,
    FIRM
}
