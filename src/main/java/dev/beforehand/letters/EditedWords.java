package dev.beforehand.letters;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All words that a team edits in the folder {@code beforehand.messages}. */
@Component
public class EditedWords {

    private final LetterFiles letters;
    private final Phrases phrases;

    EditedWords(LetterFiles letters, Phrases phrases) {
        this.letters = letters;
        this.phrases = phrases;
    }

    /** The packaged words, which nobody edits, for use without a running application. */
    public static EditedWords packaged(Locale company) {
        var folder = MessageFolder.packaged(company);
        return new EditedWords(new LetterFiles(folder), new Phrases(folder));
    }

    /** What cannot be used as it is now, whether or not it was asked for meanwhile. */
    public List<RefusedFile> refused() {
        return Stream.concat(letters.refused().stream(), phrases.refused().stream())
                .toList();
    }
}
