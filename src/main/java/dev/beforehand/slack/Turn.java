package dev.beforehand.slack;

/** How soon something is shown that is not the only thing to be shown. */
public enum Turn {
    /** Somebody waits for it. */
    NOW,
    /** It changed by itself, perhaps with a hundred others. */
    LATER,
    /** It is new, and one of many. */
    LAST
}
