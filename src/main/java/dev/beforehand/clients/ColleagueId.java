package dev.beforehand.clients;

/** Identifies a colleague; opaque outside the database. */
public record ColleagueId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
