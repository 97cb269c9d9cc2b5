package dev.beforehand.clients;

import java.time.LocalDate;

/**
 * A colleague is away; it ends by itself.
 *
 * @param backOn the first day on which they are there again
 * @param backupId who stands in for them until then
 */
public record Absence(ColleagueId colleagueId, LocalDate backOn, ColleagueId backupId) {}
