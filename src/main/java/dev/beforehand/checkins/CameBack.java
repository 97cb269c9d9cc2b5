package dev.beforehand.checkins;

import dev.beforehand.clients.Absence;

/** Somebody is back before the end of their absence. */
public record CameBack(Absence absence) {}
