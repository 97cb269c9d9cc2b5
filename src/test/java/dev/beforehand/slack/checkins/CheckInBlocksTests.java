package dev.beforehand.slack.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import dev.beforehand.Golden;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.checkins.CheckInCard.Letter;
import dev.beforehand.slack.clients.ClientMenu;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckInBlocksTests {

    private static final Phrases PHRASES = Phrases.packaged();
    private static final AgreementMenu MENU = new AgreementMenu(new ClientMenu(PHRASES), PHRASES);
    private static final CheckInBlocks BLOCKS = new CheckInBlocks(
            PHRASES, new CheckInCardLines(PHRASES), new CheckInButtons(PHRASES), MENU, new ClaimedMenu(MENU, PHRASES));

    static List<Shown> states() {
        return List.of(
                new Shown("check-in-open", CheckInCardFixture.toClaim()),
                new Shown("check-in-reopened", CheckInCardFixture.reopened()),
                new Shown("check-in-claimed", CheckInCardFixture.claimed()),
                new Shown("check-in-handed-over", CheckInCardFixture.handedOver()),
                new Shown("check-in-returned", CheckInCardFixture.returned()),
                new Shown("check-in-promised", CheckInCardFixture.promised()),
                new Shown("check-in-problem", CheckInCardFixture.problem()),
                new Shown("check-in-solved", CheckInCardFixture.solved()),
                new Shown("check-in-cancelled", CheckInCardFixture.cancelled()),
                new Shown("check-in-hostile", CheckInCardFixture.hostile()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachStateHasItsCard(Shown shown) {
        Golden.assertSlack(shown.name(), BLOCKS.message(shown.card()).blocks());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
    void aLetterIsShownHoweverItStands(Reminder.State state) {
        var lines = new CheckInCardLines(PHRASES);

        assertThat(lines.letter(new Letter(state, "Ana Ruiz", "Dana Lindqvist", CheckInCardFixture.NOON)))
                .endsWith("asked for by Ana Ruiz");
        assertThat(lines.letter(new Letter(state, null, null, CheckInCardFixture.NOON)))
                .doesNotContain("asked");
    }

    @Test
    void aHeldLetterNamesWhoHeldIt() {
        var held = new Letter(Reminder.State.HELD, null, "Dana <Lindqvist>", CheckInCardFixture.NOON);

        assertThat(new CheckInCardLines(PHRASES).letter(held))
                .startsWith(":raised_hand: Dana &lt;Lindqvist&gt; held the last letter to them");
    }

    @Test
    void theButtonsFollowTheState() {
        assertThat(buttons(CheckInCardFixture.toClaim()))
                .containsExactly("Claim", "Log feedback", "Propose plan", "Send reminder now");
        assertThat(buttons(CheckInCardFixture.promised()))
                .containsExactly("Log feedback", "Propose plan", "Send reminder now");
        assertThat(buttons(CheckInCardFixture.paidAfterwards())).containsExactly("Log feedback");
        assertThat(buttons(CheckInCardFixture.cancelled())).containsExactly("Log feedback");
    }

    @Test
    void whatIsOnAPlanIsNotPlannedAgain() {
        assertThat(buttons(CheckInCardFixture.claimed())).containsExactly("Log feedback", "Send reminder now", "Done");
    }

    @Test
    void buttonsCarryNothingButTheId() {
        assertThat(actions(CheckInCardFixture.toClaim()))
                .allSatisfy(button -> assertThat(button.getValue()).isIn("17", "check-in:17"));
    }

    @Test
    void whileSomethingIsOpenAMenuOffersWhatCanBeAgreedAndTheClientsCard() {
        assertThat(menu(CheckInCardFixture.toClaim())).containsExactly("Promise", "Dispute", "Hold letters", "Client");
        assertThat(menu(CheckInCardFixture.claimed()))
                .containsExactly("Promise", "Dispute", "Hold letters", "Client", "Hand over or give back");
        assertThat(menu(CheckInCardFixture.promised())).hasSize(4);
        assertThat(menu(CheckInCardFixture.paidAfterwards())).isEmpty();
    }

    private static List<String> menu(CheckInCard card) {
        return ((ActionsBlock) BLOCKS.render(card).getLast())
                .getElements().stream()
                        .filter(OverflowMenuElement.class::isInstance)
                        .flatMap(menu -> ((OverflowMenuElement) menu).getOptions().stream())
                        .map(option -> ((PlainTextObject) option.getText()).getText())
                        .toList();
    }

    @Test
    void namesFromOutsideMentionNobodyAndLinkNowhere() {
        assertThat(text(CheckInCardFixture.hostile()))
                .contains("&lt;!channel&gt; &amp; &lt;https://evil")
                .doesNotContain("<!channel>", "<https:");
    }

    @Test
    void invoicesThatDoNotFitAreCounted() {
        assertThat(text(CheckInCardFixture.hostile())).contains("• and 190 more, €1,899,999,999,998.10 together");
    }

    private static List<String> buttons(CheckInCard card) {
        return actions(card).stream().map(button -> button.getText().getText()).toList();
    }

    private static List<ButtonElement> actions(CheckInCard card) {
        return ((ActionsBlock) BLOCKS.render(card).getLast())
                .getElements().stream()
                        .filter(ButtonElement.class::isInstance)
                        .map(ButtonElement.class::cast)
                        .toList();
    }

    private static String text(CheckInCard card) {
        return BLOCKS.render(card).stream()
                .filter(SectionBlock.class::isInstance)
                .map(block -> ((SectionBlock) block).getText().getText())
                .reduce("", String::concat);
    }

    record Shown(String name, CheckInCard card) {

        @Override
        public String toString() {
            return name;
        }
    }
}
