package dev.beforehand.slack.agreements;

/** What can be agreed; the names stand in buttons and in the keys of phrases. */
public enum Agreement {
    PROMISE,
    DISPUTE,
    HOLD
}
