package dev.beforehand.reminders;

/** What became of a person's decision about a letter. */
public sealed interface Settled {

    record Done() implements Settled {}

    /** It is not, or no more, in a state in which this could be decided. */
    record NotWaiting(Reminder.State state) implements Settled {}

    /** Another letter went, or goes, to the client today. */
    record WrittenToday() implements Settled {}

    /** It must not leave. */
    record Forbidden(Reason reason) implements Settled {}

    /** No invoice would be left in it. */
    record NothingLeft() implements Settled {}

    record Unknown() implements Settled {}
}
