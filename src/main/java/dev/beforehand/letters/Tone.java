package dev.beforehand.letters;

/** How a letter sounds. Templates choose their words by it: {@code {{#firm}}...{{/firm}}}. */
public enum Tone {
    FRIENDLY,
    NEUTRAL,
    FIRM;

    private static final int FIRM_FROM = 14;

    /** The usual one so many days after the due date. */
    static Tone of(int day) {
        return day <= 0 ? FRIENDLY : day < FIRM_FROM ? NEUTRAL : FIRM;
    }
}
