package dev.beforehand.correspondence;

/** What came of seeing to a mail. */
public sealed interface Settlement {

    record Done() implements Settlement {}

    /** Somebody was faster. */
    record Already(Incoming now) implements Settlement {}

    record Unknown() implements Settlement {}
}
