package dev.beforehand.slack.agreements;

/** What can be agreed, or be kept back; the names stand in buttons and in the keys of phrases. */
public enum Agreement {
    PROMISE,
    DISPUTE,
    HOLD
}
