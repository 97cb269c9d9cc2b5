package dev.beforehand.reminders;

/** What became of a person's decision about a letter that failed or of which nobody knows. */
public sealed interface Settled {

    record Done() implements Settled {}

    /** It is not, or no more, in a state in which this could be decided. */
    record NotWaiting(Reminder.State state) implements Settled {}

    /** Another letter went, or goes, to the client today. */
    record WrittenToday() implements Settled {}

    /** No invoice would be left in it. */
    record NothingLeft() implements Settled {}

    record Unknown() implements Settled {}
}
