package dev.beforehand.reminders;

import java.util.List;

/**
 * The file of cadences has mistakes, so those in force stay. A listener that can tell nobody throws, and is asked again.
 *
 * @param problems each a sentence with file and line
 * @param nothingPlanned whether none is in force, because the first file ever is the one with the mistakes
 */
public record CadenceFileRefused(List<String> problems, boolean nothingPlanned) {

    public CadenceFileRefused {
        problems = List.copyOf(problems);
    }
}
