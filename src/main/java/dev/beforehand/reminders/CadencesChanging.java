package dev.beforehand.reminders;

/**
 * New cadences come into force as soon as this has been told. A listener that can tell nobody throws: then those in force
 * stay, and it is asked again.
 */
public record CadencesChanging(CadenceChange change) {}
