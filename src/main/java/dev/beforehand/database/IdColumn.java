package dev.beforehand.database;

import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Says how an id record is stored; a room declares one bean for each id that its aggregates carry. */
public record IdColumn<T>(Class<T> type, ToLongFunction<T> value, LongFunction<T> of) {}
