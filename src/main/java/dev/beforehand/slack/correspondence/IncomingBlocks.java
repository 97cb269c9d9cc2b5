package dev.beforehand.slack.correspondence;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Attached;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.Unreachable;
import dev.beforehand.correspondence.Unreachable.Consequence;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.agreements.Agreement;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.agreements.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Renders the card of a mail, within Slack's limits; pure. What the mail says is plain text: Slack makes no link of it. */
@Component
class IncomingBlocks {

    static final String ANSWER = "reply:answer";
    static final String NO_ACTION = "reply:no-action";
    static final String REACHABLE = "reply:reachable";

    private static final int LONGEST_TEXT = 2500;
    private static final int FEW_WORDS = 300;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_REASON = 300;
    private static final int NAMED = 10;

    /** So few and so short that they fit even where each of their letters has to be escaped. */
    private static final int ADDRESSES = 3;

    private static final int SHORT = 80;

    private final AgreementMenu agreements;
    private final Phrases phrases;

    IncomingBlocks(AgreementMenu agreements, Phrases phrases) {
        this.agreements = agreements;
        this.phrases = phrases;
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
            blocks.add(text(unreachable(card)));
            blocks.add(text(remedies(card)));
        } else {
            blocks.add(section(s -> s.text(plainText(words(mail), false))));
        }
        notes(card).forEach(note -> blocks.add(context(List.of(verbatim(note)))));
        if (mail.isWaiting()) {
            blocks.add(actions(buttons(card)));
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

    /** From whom a mail is, as part of a sentence. */
    static String sender(Incoming mail) {
        var address = mail.from() == null ? "?" : Format.cut(mail.from(), LONGEST_ADDRESS);
        return mail.fromName() == null ? address : Format.name(mail.fromName()) + ", " + address;
    }

    /** To whom an answer goes, as part of a sentence. */
    static String answerTo(Incoming mail) {
        return mail.replyTo() == null ? sender(mail) : Format.cut(mail.replyTo(), LONGEST_ADDRESS);
    }

    private Map<String, Object> facts(IncomingCard card) {
        var mail = card.mail();
        var facts = new HashMap<String, Object>();
        facts.put("client", card.client() == null ? false : Format.name(card.client()));
        facts.put("until", until(card));
        facts.put("from", sender(mail));
        facts.put("subject", mail.subject().isBlank() ? "–" : Format.cut(mail.subject(), LONGEST_SUBJECT));
        facts.put("when", Format.moment(mail.arrivedAt()));
        facts.put("letter", card.letterOf() == null ? false : Format.day(card.letterOf()));
        return facts;
    }

    private String words(Incoming mail) {
        if (mail.kind() == Kind.UNREADABLE) {
            return phrases.say("reply.unreadable");
        }
        return mail.text().isBlank() ? phrases.say("reply.no-text") : Format.cut(mail.text(), LONGEST_TEXT);
    }

    private String unreachable(IncomingCard card) {
        var named = card.unreachable().stream().limit(ADDRESSES).map(this::unreachable);
        int more = card.unreachable().size() - ADDRESSES;
        var others = more > 0 ? Stream.of(phrases.say("reply.more", more, Map.of())) : Stream.<String>empty();
        return Stream.concat(named, others).collect(Collectors.joining("\n"));
    }

    /** When the last of the pauses ends. */
    private static Object until(IncomingCard card) {
        return card.unreachable().stream()
                .map(Unreachable::until)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .<Object>map(Format::moment)
                .orElse(false);
    }

    /** What follows, once for each kind of it. */
    private String remedies(IncomingCard card) {
        return card.unreachable().stream()
                .map(Unreachable::consequence)
                .distinct()
                .sorted()
                .map(consequence -> phrases.say("reply.bounce." + consequence, Map.of("until", until(card))))
                .collect(Collectors.joining("\n"));
    }

    private String unreachable(Unreachable one) {
        return phrases.say(
                "reply.bounce.address",
                Map.of(
                        "address", Format.cut(one.address(), SHORT),
                        "said", Format.cut(one.said(), SHORT)));
    }

    private List<String> notes(IncomingCard card) {
        var mail = card.mail();
        var notes = new ArrayList<String>();
        if (mail.isCutOff() && mail.kind() != Kind.UNREADABLE
                || mail.kind() != Kind.BOUNCE && mail.text().length() > LONGEST_TEXT) {
            notes.add(phrases.say("reply.longer"));
        }
        if (!mail.attachments().isEmpty() && mail.kind() != Kind.BOUNCE) {
            notes.add(phrases.say("reply.attachments", Map.of("names", attachments(mail.attachments()))));
        }
        if (mail.kind() == Kind.REPLY && !mail.isKnownSender()) {
            notes.add(phrases.say("reply.strange", facts(card)));
        }
        if (mail.kind() == Kind.REPLY && mail.replyTo() != null) {
            notes.add(phrases.say("reply.answers-to", Map.of("to", answerTo(mail))));
        }
        if (answer(card) instanceof String answer) {
            notes.add(answer);
        }
        if (mail.isWaiting()) {
            boolean isClients = mail.kind() == Kind.REPLY || mail.kind() == Kind.UNREADABLE;
            notes.addAll(isClients && mail.client() != null ? List.of(phrases.say("reply.rests")) : List.of());
        } else if (mail.settledAt() != null && mail.settledBy() == null) {
            notes.add(phrases.say("reply.settled.itself." + mail.kind(), Map.of()));
        } else if (card.settledBy() != null && mail.settledAt() != null) {
            var settled = mail.kind() == Kind.BOUNCE && mail.state() == State.TAKEN_UP
                    ? "BOUNCE"
                    : mail.state().name();
            notes.add(phrases.say(
                    "reply.settled." + settled,
                    Map.of("by", Format.name(card.settledBy()), "when", Format.moment(mail.settledAt()))));
        }
        return notes;
    }

    private @Nullable String answer(IncomingCard card) {
        var answer = card.answer();
        if (answer == null || answer.state() == Answer.State.SENT) {
            return null;
        }
        return phrases.say(
                "reply.answer." + answer.state(),
                Map.of(
                        "reason",
                        answer.reason() == null ? false : Format.cut(answer.reason(), LONGEST_REASON),
                        "messageId",
                        answer.messageId()));
    }

    private String attachments(List<Attached> attachments) {
        var named = attachments.stream().limit(NAMED).map(this::attachment).collect(Collectors.joining(", "));
        int more = attachments.size() - NAMED;
        return more > 0 ? named + " " + phrases.say("reply.more", more, Map.of()) : named;
    }

    private String attachment(Attached file) {
        var name = Format.name(file.name()) + " (" + size(file.size()) + ")";
        return file.isKept() ? name : name + " " + phrases.say("reply.not-kept");
    }

    private static String size(long bytes) {
        var size = DataSize.ofBytes(bytes);
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : Math.max(1, size.toKilobytes()) + " KB";
    }

    private List<BlockElement> buttons(IncomingCard card) {
        var id = card.mail().id().toString();
        if (card.unreachable().stream().anyMatch(one -> one.consequence() != Consequence.NONE)) {
            return List.of(button(REACHABLE, "reply.button.reachable", id));
        }
        var buttons = new ArrayList<BlockElement>();
        if (card.mail().kind() == Kind.REPLY && card.mail().answerTo() != null) {
            var answer = button(ANSWER, "reply.button.answer", id);
            answer.setStyle("primary");
            buttons.add(answer);
        }
        if (card.mail().kind() == Kind.REPLY && card.client() != null) {
            var mail = new Subject.OfMail(card.mail().id());
            buttons.add(agreements.button(Agreement.PROMISE, mail));
            buttons.add(agreements.button(Agreement.DISPUTE, mail));
            buttons.add(agreements.plan(mail, phrases.say("reply.button.plan")));
        }
        buttons.add(button(NO_ACTION, "reply.button.no-action", id));
        return buttons;
    }

    private ButtonElement button(String action, String key, String value) {
        return BlockElements.button(
                b -> b.actionId(action).text(plainText(phrases.say(key))).value(value));
    }

    /** Slack makes no link of an address or a name that stands in it. */
    static MarkdownTextObject verbatim(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(verbatim(mrkdwn)));
    }
}
