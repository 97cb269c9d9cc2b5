package dev.beforehand.reminders;

import dev.beforehand.letters.EditedWords;
import dev.beforehand.letters.RefusedFile;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of words that a team edits and that cannot be used, and when they are good again, without a letter having to ask for them. */
@Component
class WordsWatch {

    private static final Logger log = LoggerFactory.getLogger(WordsWatch.class);

    private final EditedWords words;
    private final ApplicationEventPublisher events;

    /** What was told of already. */
    private List<RefusedFile> told = List.of();

    WordsWatch(EditedWords words, ApplicationEventPublisher events) {
        this.words = words;
        this.events = events;
    }

    /** Safe to call at any time: whatever goes wrong, it is tried again. */
    synchronized void look() {
        try {
            var refused = words.refused();
            if (!refused.equals(told)) {
                events.publishEvent(refused.isEmpty() ? new WordsMended() : new WordsRefused(refused));
                told = refused;
            }
        } catch (RuntimeException e) {
            log.error("Nobody could be told how the edited words are; it is tried again.", e);
        }
    }
}
