package dev.beforehand.letters;

import org.jspecify.annotations.Nullable;

/**
 * Which letter is written, and what a person changed in it.
 *
 * @param letter the name of its file without the end: {@code due-in-7}, {@code due-today}, {@code overdue-14}
 * @param subject in place of the letter's own; empty: that one
 * @param note what a person adds, as plain text with line breaks; it stands after the salutation; empty: nothing
 */
public record Wording(
        String letter,
        Tone tone,
        @Nullable String subject,
        @Nullable String note) {

    /** @throws IllegalArgumentException where no letter can have this name */
    public Wording {
        if (!isName(letter)) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a letter; it is one like due-in-7, due-today or overdue-14.".formatted(letter));
        }
        subject = subject == null || subject.isBlank() ? null : subject;
        note = note == null || note.isBlank() ? null : note;
    }

    /** The usual words so many days after the due date; before it where that is negative. */
    public static Wording of(int day) {
        return new Wording(LetterName.of(day), Tone.of(day), null, null);
    }

    /** Whether a letter can have this name. */
    public static boolean isName(String letter) {
        return LetterName.ofLetter(letter).isPresent();
    }

    /** Whether its letter speaks of a due date that is past or still to come, as it is on that day. */
    public boolean suits(int day) {
        return day > 0 ? step() >= 0 : step() <= 0;
    }

    int step() {
        return LetterName.ofLetter(letter).orElseThrow().step();
    }
}
