package dev.beforehand.slack.setup;

/** What Beforehand needs, in the order in which it is set up. */
enum SetupItem {
    SCOPES,
    CHANNEL,
    APPROVERS,
    LEDGER,
    LETTER,
    PORTAL
}
