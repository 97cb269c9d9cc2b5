package dev.beforehand.reminders;

/** A person asked for a letter, and it stands in the outbox. */
record LetterRequested(ReminderId reminder) {}
