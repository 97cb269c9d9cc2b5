package dev.beforehand.reminders;

/** New cadences come into force as soon as this has been told. */
public record CadencesChanging(CadenceChange change) {}
