package dev.beforehand.slack.setup;

/**
 * What was found of one thing that Beforehand needs.
 *
 * @param reason names the sentence that says it
 * @param detail what that sentence names; may be empty
 */
record Finding(State state, String reason, String detail) {

    enum State {
        GOOD,
        /** Nothing is wrong, and something more could be had. */
        OPTIONAL,
        /** Somebody has to do something. */
        MISSING,
        /** Nobody can tell at the moment. */
        UNKNOWN
    }

    boolean isFine() {
        return state == State.GOOD || state == State.OPTIONAL;
    }

    static Finding good(String detail) {
        return new Finding(State.GOOD, "good", detail);
    }

    static Finding missing(String reason, String detail) {
        return new Finding(State.MISSING, reason, detail);
    }

    static Finding unknown(String reason) {
        return new Finding(State.UNKNOWN, reason, "");
    }
}
