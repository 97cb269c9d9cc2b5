package dev.beforehand.slack.checkins;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.agreements.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders the card of a check-in, whatever it holds, within Slack's limits; pure. */
@Component
class CheckInBlocks {

    private static final int NAMED_INVOICES = 10;
    private static final int SHOWN_WORDS = 3;
    private static final int SHOWN_HOLDS = 3;

    private final Phrases phrases;
    private final CheckInCardLines lines;
    private final CheckInButtons buttons;
    private final AgreementMenu menu;
    private final ClaimedMenu claimed;

    CheckInBlocks(
            Phrases phrases, CheckInCardLines lines, CheckInButtons buttons, AgreementMenu menu, ClaimedMenu claimed) {
        this.phrases = phrases;
        this.lines = lines;
        this.buttons = buttons;
        this.menu = menu;
        this.claimed = claimed;
    }

    SlackMessage message(CheckInCard card) {
        return new SlackMessage(phrases.say("card.headline", head(card)), render(card));
    }

    List<LayoutBlock> render(CheckInCard card) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(phrases.say("card.head", head(card)) + "\n" + lines.state(card)));
        blocks.add(text(invoices(card)));
        agreed(card).forEach(line -> blocks.add(text(line)));
        said(card).forEach(line -> blocks.add(note(line)));
        if (card.letter() != null) {
            blocks.add(note(lines.letter(card.letter())));
        }
        blocks.add(note(lines.people(card)));
        blocks.add(actions(buttonsOf(card)));
        return blocks;
    }

    private static Map<String, Object> head(CheckInCard card) {
        return Map.of("client", Format.name(card.client()), "balance", CheckInCardLines.sum(card.invoices()));
    }

    private String invoices(CheckInCard card) {
        var named = card.invoices().stream()
                .limit(NAMED_INVOICES)
                .map(invoice -> lines.invoice(invoice, card.today()))
                .collect(Collectors.joining("\n"));
        var rest = card.invoices().stream().skip(NAMED_INVOICES).toList();
        return rest.isEmpty() ? named : named + "\n" + lines.more(rest);
    }

    private List<String> agreed(CheckInCard card) {
        var agreed = new ArrayList<String>();
        if (card.dispute() != null) {
            agreed.add(lines.dispute(card.dispute()));
        }
        card.promises().forEach(promise -> agreed.add(lines.promise(promise, card.today())));
        card.plans().forEach(plan -> agreed.add(lines.plan(plan)));
        card.holds().stream().limit(SHOWN_HOLDS).forEach(hold -> agreed.add(lines.hold(hold, card.today())));
        return agreed.isEmpty() ? List.of() : List.of(String.join("\n", agreed));
    }

    private List<String> said(CheckInCard card) {
        var earlier = Math.max(0, card.said().size() - SHOWN_WORDS);
        var said = new ArrayList<String>();
        if (earlier > 0) {
            said.add(phrases.say("card.said.earlier", earlier, Map.of()));
        }
        card.said().stream().skip(earlier).map(lines::said).forEach(said::add);
        return said;
    }

    /** Claimed and done is a check-in once; while something is open, the client may call again and a letter be due. */
    private List<BlockElement> buttonsOf(CheckInCard card) {
        var shown = new ArrayList<BlockElement>();
        if (card.state() == State.OPEN) {
            shown.add(buttons.claim(card.id()));
        }
        shown.add(buttons.feedback(card.id()));
        if (card.canBePlanned()) {
            shown.add(menu.plan(new Subject.OfCheckIn(card.id()), phrases.say("card.button.plan")));
        }
        if (!card.open().isEmpty()) {
            shown.add(buttons.sendReminder(card.id()));
        }
        if (card.state() == State.CLAIMED) {
            shown.add(buttons.done(card.id()));
        }
        if (!card.open().isEmpty()) {
            shown.add(
                    card.state() == State.CLAIMED
                            ? claimed.about(card.id())
                            : menu.about(new Subject.OfCheckIn(card.id())));
        }
        return shown;
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }

    private static LayoutBlock note(String mrkdwn) {
        return context(List.of(markdownText(mrkdwn)));
    }
}
