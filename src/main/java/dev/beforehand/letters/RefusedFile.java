package dev.beforehand.letters;

import java.util.List;

/**
 * A file of words that somebody edited and that cannot be used as it is.
 *
 * @param problems each a sentence with file and, where it is known, line
 * @param meanwhile what is used until it is mended
 */
public record RefusedFile(List<String> problems, Meanwhile meanwhile) {

    /** What is used in place of a file that was refused. */
    public enum Meanwhile {
        /** What it said before. */
        LAST_GOOD,
        PACKAGED,
        /** A letter of which none was ever good: the nearest one, or one in another language. */
        NEAREST,
        /** A part of which none was ever good. */
        NOTHING,
        /** What it said before cannot be used any more, so that no letter with it leaves. */
        NO_LETTER
    }

    public RefusedFile {
        problems = List.copyOf(problems);
    }
}
