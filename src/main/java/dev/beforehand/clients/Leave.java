package dev.beforehand.clients;

/** What became of the wish to be away. */
public sealed interface Leave {

    record Noted(Absence absence) implements Leave {}

    /** They would be back today or before. */
    record DayPast() implements Leave {}

    record DayTooFar() implements Leave {}

    record OwnBackup() implements Leave {}

    record BackupAway(Absence absence) implements Leave {}
}
