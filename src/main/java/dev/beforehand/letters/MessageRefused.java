package dev.beforehand.letters;

import java.util.List;

/** A file of words that cannot be used; each problem is a sentence with file and line. */
class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    MessageRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
