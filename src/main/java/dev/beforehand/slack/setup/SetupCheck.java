package dev.beforehand.slack.setup;

/** Looks at one thing that Beforehand needs. May ask others; so not within a transaction. */
interface SetupCheck {

    SetupItem item();

    Finding look();
}
