package dev.beforehand.correspondence;

/** Identifies a mail that arrived; opaque outside the database. */
public record IncomingId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
