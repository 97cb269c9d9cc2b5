package dev.beforehand.letters;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a letter's file is called, {@code due-in-7}, {@code due-today} or {@code overdue-3}, and the step that this says.
 *
 * @param step days after the due date; before it when negative
 */
record LetterName(String file, int step) {

    private static final String END = ".html";
    private static final int FARTHEST = 9999;
    private static final Pattern NAME =
            Pattern.compile("(?:due-in-([1-9]\\d{0,3})|due-today|overdue-([1-9]\\d{0,3}))\\.html");

    /** The file of a letter that is named without {@code .html}; empty where none can have that name. */
    static Optional<LetterName> ofLetter(String letter) {
        return of(letter + END);
    }

    String letter() {
        return file.substring(0, file.length() - END.length());
    }

    /** The name of the letter for this day, whether or not there is one. */
    static String of(int day) {
        return day == 0
                ? "due-today"
                : day < 0 ? "due-in-" + Math.min(-day, FARTHEST) : "overdue-" + Math.min(day, FARTHEST);
    }

    /** Empty where the file is no letter of a step. */
    static Optional<LetterName> of(String file) {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            return Optional.empty();
        }
        var before = name.group(1);
        var after = name.group(2);
        int step = before != null ? -Integer.parseInt(before) : after != null ? Integer.parseInt(after) : 0;
        return Optional.of(new LetterName(file, step));
    }
}
