package dev.beforehand.reminders;

import java.time.LocalDate;

/** Letters of this day wait for a mail server that takes them, or have left now that it does; see {@link Reminders#stuck}. */
public record LettersWaiting(LocalDate day) {}
