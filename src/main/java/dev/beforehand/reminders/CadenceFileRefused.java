package dev.beforehand.reminders;

import java.util.List;

/** The file of cadences has mistakes, so those in force stay; each problem is a sentence with file and line. */
public record CadenceFileRefused(List<String> problems) {

    public CadenceFileRefused {
        problems = List.copyOf(problems);
    }
}
