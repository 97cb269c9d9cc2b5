package dev.beforehand.checkins;

/** What became of the wish to hold letters back. */
public sealed interface Holding {

    record Placed() implements Holding {}

    /** The day is past. */
    record DayPast() implements Holding {}

    /** The day is more than a year away. */
    record DayTooFar() implements Holding {}

    record NoReason() implements Holding {}

    /** There is no such invoice or client, or the invoice is not open. */
    record NotOpen() implements Holding {}
}
