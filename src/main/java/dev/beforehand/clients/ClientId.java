package dev.beforehand.clients;

/** Identifies a client; opaque outside the database. */
public record ClientId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
