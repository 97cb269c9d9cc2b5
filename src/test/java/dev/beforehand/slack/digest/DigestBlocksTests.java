package dev.beforehand.slack.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.digest.DigestFixture;
import dev.beforehand.letters.Phrases;
import org.junit.jupiter.api.Test;

class DigestBlocksTests {

    private final Phrases phrases = Phrases.packaged();
    private final DigestLines lines = new DigestLines(phrases);
    private final DigestBlocks blocks = new DigestBlocks(phrases, lines, new LetterList(phrases, lines));

    @Test
    void anOrdinaryMorning() {
        var message = blocks.render(DigestFixture.ordinary());

        Golden.assertSlack("digest-ordinary", message.blocks());
        assertThat(message.text()).startsWith("95 open invoices worth €6,080.86 + US$120.00");
    }

    @Test
    void aMorningWithNothingOpen() {
        Golden.assertSlack("digest-empty", blocks.render(DigestFixture.empty()).blocks());
    }

    @Test
    void tenThousandOfEverythingStillFit() {
        var message = blocks.render(DigestFixture.huge(DigestBlocks.LINES));

        var json = GsonFactory.createSnakeCase().toJson(message.blocks());
        assertThat(Golden.refusals(json)).isEmpty();
        assertThat(json).contains(" more: show all 10,000", "*Overdue: 10,000 invoices*");
    }
}
