package dev.beforehand.practice.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes.
 *
 * @param person who did something
 * @param original the message that {@code replace_original} means, null where there is none
 */
record Place(String person, String room, @Nullable String original) {}
