package dev.beforehand.correspondence;

/** An answer did not leave, or nobody knows whether it did; its mail waits for a person again. */
public record AnswerNotSent(Answer answer) {}
