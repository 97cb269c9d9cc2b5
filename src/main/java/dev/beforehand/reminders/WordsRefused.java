package dev.beforehand.reminders;

import dev.beforehand.letters.RefusedFile;
import java.util.List;

/** Files of words were edited so that they cannot be used. A listener that can tell nobody throws, and is asked again. */
public record WordsRefused(List<RefusedFile> files) {

    public WordsRefused {
        files = List.copyOf(files);
    }
}
