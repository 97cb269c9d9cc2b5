package dev.beforehand.checkins;

/** Identifies a hold; opaque outside the database. */
public record HoldId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
