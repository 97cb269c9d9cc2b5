package dev.beforehand.reminders;

import java.time.LocalDate;

/** Letters of this day wait, or wait no more; see {@link Reminders#stuck}. */
public record LettersWaiting(LocalDate day) {}
