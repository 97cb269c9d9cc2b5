package dev.beforehand.correspondence;

import dev.beforehand.letters.Sentence;

/** What came of answering a mail. */
public sealed interface Answered {

    /** It leaves in a moment; the mail counts as answered unless it cannot be sent. */
    record OnItsWay() implements Answered {}

    record NotNow(Sentence why) implements Answered {}

    /** Somebody else saw to it, or it is nothing to answer. */
    record NotWaiting(Incoming now) implements Answered {}

    record Unknown() implements Answered {}
}
