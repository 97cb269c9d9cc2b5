package dev.beforehand.practice.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a form that was sent.
 *
 * @param errors block id to what is wrong with its field; the view then stays open
 * @param problem what else went wrong, in words for the person; null where nothing did
 */
public record Submitted(
        Map<String, String> errors, @Nullable String problem) {}
