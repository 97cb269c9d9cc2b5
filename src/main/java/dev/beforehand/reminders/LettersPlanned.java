package dev.beforehand.reminders;

import java.time.LocalDate;

/** The letters that the cadence asks for on this day were put into the outbox, or more of them. */
public record LettersPlanned(LocalDate day) {}
