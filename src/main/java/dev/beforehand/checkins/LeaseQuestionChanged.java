package dev.beforehand.checkins;

/** A question was asked, or answered; whoever shows it looks again. */
public record LeaseQuestionChanged(long question) {}
