package dev.beforehand.database;

/**
 * The database that was chosen.
 *
 * @param isShared whether several processes may work on it at once; a SQLite file belongs to one
 */
public record Database(boolean isShared) {}
