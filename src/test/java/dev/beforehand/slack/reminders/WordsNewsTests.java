package dev.beforehand.slack.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.Golden;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.RefusedFile;
import dev.beforehand.letters.RefusedFile.Meanwhile;
import dev.beforehand.slack.FinanceLeads;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class WordsNewsTests {

    private static final List<RefusedFile> ONE =
            List.of(new RefusedFile(List.of("en/due-today.html:5: a mistake"), Meanwhile.LAST_GOOD));

    private final FinanceLeads leads = Mockito.mock(FinanceLeads.class);
    private final WordsNews news = new WordsNews(leads, Phrases.packaged());

    @Test
    void saysWhatIsWrongAndWhatIsUsedMeanwhile() {
        var each = Arrays.stream(Meanwhile.values())
                .map(meanwhile -> new RefusedFile(
                        List.of("/srv/words/letters/en/%s.html:5: write {{client}} & not <!here>."
                                .formatted(meanwhile.ordinal())),
                        meanwhile))
                .toList();

        Golden.assertText("slack/words-refused.txt", news.text(each) + "\n");
        Golden.assertText("slack/words-refused-one.txt", news.text(ONE) + "\n");
    }

    @Test
    void aFolderFullOfMistakesIsCut() {
        var file = new RefusedFile(Collections.nCopies(20, "x".repeat(1000)), Meanwhile.PACKAGED);

        var text = news.text(Collections.nCopies(40, file));

        assertThat(text).contains("• and 17 more mistakes").endsWith("And 32 more files.");
        assertThat(text.length()).isLessThan(12_000);
    }
}
