package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.beforehand.letters.EditedWords;
import dev.beforehand.letters.RefusedFile;
import dev.beforehand.letters.RefusedFile.Meanwhile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsWatchTests {

    private static final RefusedFile LETTER = new RefusedFile(List.of("a.html:5: bad"), Meanwhile.LAST_GOOD);
    private static final RefusedFile OTHER = new RefusedFile(List.of("b.html:1: bad"), Meanwhile.PACKAGED);

    private final EditedWords words = mock(EditedWords.class);
    private final List<Object> told = new ArrayList<>();
    private boolean slackIsDown;
    private final WordsWatch watch = new WordsWatch(words, event -> {
        if (slackIsDown) {
            throw new IllegalStateException("Slack is down");
        }
        told.add(event);
    });

    @Test
    void eachSetOfProblemsIsToldOnceAndItsEndToo() {
        looksAt();
        looksAt(LETTER);
        looksAt(LETTER);
        looksAt(LETTER, OTHER);
        looksAt(OTHER);
        looksAt();
        looksAt();
        looksAt(LETTER);

        assertThat(told)
                .containsExactly(
                        new WordsRefused(List.of(LETTER)),
                        new WordsRefused(List.of(LETTER, OTHER)),
                        new WordsRefused(List.of(OTHER)),
                        new WordsMended(),
                        new WordsRefused(List.of(LETTER)));
    }

    @Test
    void whatCouldNotBeToldIsTriedAgain() {
        slackIsDown = true;
        looksAt(LETTER);
        slackIsDown = false;
        looksAt(LETTER);
        slackIsDown = true;
        looksAt();
        slackIsDown = false;
        looksAt();

        assertThat(told).containsExactly(new WordsRefused(List.of(LETTER)), new WordsMended());
    }

    @Test
    void whatWasMendedBeforeItCouldBeToldIsNoNews() {
        slackIsDown = true;
        looksAt(LETTER);
        slackIsDown = false;
        looksAt();

        assertThat(told).isEmpty();
    }

    @Test
    void whateverGoesWrongTheLookComesToItsEnd() {
        when(words.refused()).thenThrow(UncheckedIOException.class);

        watch.look();

        assertThat(told).isEmpty();
    }

    private void looksAt(RefusedFile... refused) {
        when(words.refused()).thenReturn(List.of(refused));
        watch.look();
    }
}
