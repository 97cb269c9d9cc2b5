package dev.beforehand.reminders;

/** All files of words that were refused are good again. A listener that can tell nobody throws, and is asked again. */
public record WordsMended() {}
