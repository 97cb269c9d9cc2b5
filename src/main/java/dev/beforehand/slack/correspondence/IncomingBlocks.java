package dev.beforehand.slack.correspondence;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders the card of a mail, within Slack's limits; pure. What the mail says is plain text: Slack makes no link of it. */
@Component
class IncomingBlocks {

    private static final int FEW_WORDS = 300;

    private final Phrases phrases;
    private final IncomingNotes notes;
    private final IncomingButtons buttons;
    private final BounceLines bounce;

    IncomingBlocks(Phrases phrases, IncomingNotes notes, IncomingButtons buttons, BounceLines bounce) {
        this.phrases = phrases;
        this.notes = notes;
        this.buttons = buttons;
        this.bounce = bounce;
    }

    SlackMessage message(IncomingCard card) {
        return new SlackMessage(phrases.say("reply.headline." + card.mail().kind(), facts(card)), render(card));
    }

    List<LayoutBlock> render(IncomingCard card) {
        var mail = card.mail();
        if (mail.state() == State.NOTED) {
            return quiet(card);
        }
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(phrases.say("reply.head." + mail.kind(), facts(card))));
        if (mail.kind() == Kind.BOUNCE) {
            blocks.add(text(bounce.addresses(card.unreachable())));
            blocks.add(text(bounce.remedies(card.unreachable())));
        } else {
            blocks.add(section(s -> s.text(plainText(words(mail), false))));
        }
        notes.of(card).forEach(note -> blocks.add(context(List.of(verbatim(note)))));
        var deeds = buttons.of(card);
        if (!deeds.isEmpty()) {
            blocks.add(actions(deeds));
        }
        return blocks;
    }

    /** Of what needs nobody: no button, and a few of its words. */
    private List<LayoutBlock> quiet(IncomingCard card) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(context(
                List.of(verbatim(phrases.say("reply.quiet." + card.mail().kind(), facts(card))))));
        if (card.mail().kind() != Kind.DELAY && !card.mail().text().isBlank()) {
            blocks.add(context(List.of(plainText(Format.cut(card.mail().text(), FEW_WORDS), false))));
        }
        return blocks;
    }

    private Map<String, Object> facts(IncomingCard card) {
        var mail = card.mail();
        var facts = new HashMap<String, Object>();
        facts.put("client", card.client() == null ? false : Format.name(card.client()));
        facts.put(
                "until",
                BounceLines.until(card.unreachable())
                        .<Object>map(Format::moment)
                        .orElse(false));
        facts.put("from", Correspondents.sender(mail));
        facts.put("subject", Correspondents.subject(mail));
        facts.put("when", Format.moment(mail.arrivedAt()));
        facts.put("letter", card.letterOf() == null ? false : Format.day(card.letterOf()));
        return facts;
    }

    private String words(Incoming mail) {
        if (mail.kind() == Kind.UNREADABLE) {
            return phrases.say("reply.unreadable");
        }
        return mail.text().isBlank()
                ? phrases.say("reply.no-text")
                : Format.cut(mail.text(), IncomingCard.LONGEST_TEXT);
    }

    /** Slack makes no link of an address or a name that stands in it. */
    static MarkdownTextObject verbatim(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }

    static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(verbatim(mrkdwn)));
    }
}
