package dev.beforehand.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address at which a letter did not arrive.
 *
 * @param address in lower case
 * @param said why, in the mail server's words
 * @param consequence for what is to be sent there
 * @param until the end of a pause
 */
public record Unreachable(
        String address,
        String said,
        Consequence consequence,
        @Nullable Instant until) {

    /** The names stand in the database. */
    public enum Consequence {
        /** No letter goes there before somebody says that the address is right again. */
        SUSPENDED,
        /** Letters rest for a while: the mail server could not take this one. */
        PAUSED,
        /** Nobody wrote there: one of the letter's recipients forwards its mail, and it is not known which. */
        NONE
    }
}
