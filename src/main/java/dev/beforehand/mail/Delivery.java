package dev.beforehand.mail;

import dev.beforehand.letters.Sentence;

/** What became of a letter. Reasons are for a person, without the client's address. */
public sealed interface Delivery {

    /** The server has taken the letter over. */
    record Accepted() implements Delivery {}

    /** The server said no to this letter: it was certainly not sent. Others may still go. */
    record Refused(Sentence reason) implements Delivery {}

    /**
     * The server does not take this letter just now: it was certainly not sent, and another try later may fare better.
     *
     * @param addressAlone whether it is the mailbox that takes none; others of its domain may
     */
    record Later(Sentence reason, boolean addressAlone) implements Delivery {

        public Later(Sentence reason) {
            this(reason, false);
        }
    }

    /**
     * The server could not be reached, or takes no letter at all just now: this one was certainly not sent, and there is
     * no use in trying others.
     *
     * @param overThisLetter whether it broke off in the middle of this one, which may itself be why
     */
    record Unreachable(Sentence reason, boolean overThisLetter) implements Delivery {

        public Unreachable(Sentence reason) {
            this(reason, false);
        }
    }

    /** The letter was on its way to the server when the answer failed to come: it may have been sent, or not. */
    record Unknown(Sentence reason) implements Delivery {}
}
