package dev.beforehand.reminders;

import java.util.List;

/** A file of cadences that cannot be used; each problem is a sentence with file and line. */
final class CadencesRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    CadencesRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
