package dev.beforehand.correspondence;

/** An answer stands in the database and is to leave. */
record AnswerWritten(String messageId) {}
