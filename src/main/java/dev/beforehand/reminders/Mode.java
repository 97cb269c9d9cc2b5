package dev.beforehand.reminders;

/** What a letter of a cadence needs before it leaves; the strictest first. */
public enum Mode {
    /** A person sends it. */
    DRAFT,
    /** It is listed in the morning and leaves at the hour, unless somebody holds it. */
    VETO,
    /** It leaves at the hour; the digest only says how many do. */
    AUTOMATIC
}
