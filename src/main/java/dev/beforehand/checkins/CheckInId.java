package dev.beforehand.checkins;

/** Identifies a check-in; opaque outside the database. */
public record CheckInId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
