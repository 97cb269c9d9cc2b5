package dev.beforehand.reminders;

/** Identifies a reminder; opaque outside the database. */
public record ReminderId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
