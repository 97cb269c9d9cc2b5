package dev.beforehand.correspondence;

/** A mail arrived, or something about it is not as it was: who sees to it, or what became of the answer. */
public record IncomingChanged(IncomingId incoming) {}
