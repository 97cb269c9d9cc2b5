package dev.beforehand.slack.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.digest.DigestFixture;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.PlannedLetters;
import dev.beforehand.reminders.Reason;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.slack.StepPhrase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestBlocksTests {

    private final Phrases phrases = Phrases.packaged();
    private final DigestLines lines = new DigestLines(phrases, new StepPhrase(phrases));
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
    void aLetterThatWillNotLeaveSaysWhyAndOffersNothing() {
        var shown = shown(new PlannedLetters(
                List.of(
                        DigestFixture.letter("Harbour Books", State.PLANNED, Reason.PROMISED),
                        DigestFixture.letter("Mill Lane Bakery", State.DRAFT, Reason.HELD),
                        DigestFixture.letter("Quay Coffee", State.CANCELLED, Reason.PAID),
                        DigestFixture.letter("Old Town Press", State.PENDING, null)),
                4,
                0,
                1));

        assertThat(shown)
                .contains(
                        "in the name of Ana Ruiz\n:no_entry_sign: will not leave: the client has promised to pay",
                        "in the name of Ana Ruiz\n:no_entry_sign: will not leave: it is on hold",
                        "in the name of Ana Ruiz, not sent: it is paid")
                .containsOnlyOnce("\"overflow\"");
    }

    @ParameterizedTest(name = "{0} automatic, {1} still to leave")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1 | :gear: 1 letter leaves by itself, as its cadence says.      | 1 letter of the day has not left yet.
            3 | 2 | :gear: 3 letters leave by themselves, as their cadences say. | 2 letters of the day have not left yet,
            """)
    void lettersThatLeaveByThemselvesAreCountedAndCanAllBeHeld(
            int automatic, int leaving, String counted, String asked) {
        assertThat(shown(new PlannedLetters(List.of(), 0, automatic, leaving)))
                .contains(counted, "Hold all", asked)
                .doesNotContain("Letters today");
    }

    @Test
    void onceAllHaveLeftThereIsNothingToHold() {
        assertThat(shown(new PlannedLetters(List.of(), 0, 3, 0)))
                .contains(":gear: 3 letters")
                .doesNotContain("Hold all");
    }

    @Test
    void allCanBeHeldAsLongAsOneBelowThoseThatAreShownIsStillToLeave() {
        var sent = Collections.nCopies(DigestBlocks.LINES, DigestFixture.letter("Harbour Books", State.SENT, null));

        assertThat(shown(new PlannedLetters(sent, 100, 0, 92))).contains("Hold all");
    }

    private String shown(PlannedLetters letters) {
        var message = blocks.render(DigestFixture.with(letters));
        return GsonFactory.createSnakeCase().toJson(message.blocks()).replace("\\n", "\n");
    }

    @Test
    void tenThousandOfEverythingStillFit() {
        var message = blocks.render(DigestFixture.huge(DigestBlocks.LINES));

        var json = GsonFactory.createSnakeCase().toJson(message.blocks());
        assertThat(Golden.refusals(json)).isEmpty();
        assertThat(json).contains(" more: show all 10,000", "*Overdue: 10,000 invoices*");
    }
}
