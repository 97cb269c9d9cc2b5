package dev.beforehand.slack.correspondence;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.agreements.Agreement;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.agreements.Subject;
import dev.beforehand.slack.clients.ClientMenu;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be done about a mail; pure. */
@Component
class IncomingButtons {

    static final String ANSWER = "reply:answer";
    static final String NO_ACTION = "reply:no-action";
    static final String REACHABLE = "reply:reachable";
    static final String FILES = "reply:files";

    private final AgreementMenu agreements;
    private final ClientMenu client;
    private final Phrases phrases;

    IncomingButtons(AgreementMenu agreements, ClientMenu client, Phrases phrases) {
        this.agreements = agreements;
        this.client = client;
        this.phrases = phrases;
    }

    /** None where nothing is left to do. */
    List<BlockElement> of(IncomingCard card) {
        var buttons = new ArrayList<BlockElement>();
        if (card.mail().isWaiting()) {
            buttons.addAll(card.isSuspended() ? List.of(button(card, REACHABLE, "reachable")) : answers(card));
            if (card.mail().client() instanceof ClientId of) {
                buttons.add(client.button(of));
            }
        }
        if (card.hasMoreToShow()) {
            buttons.add(button(card, FILES, card.isTextCut() ? "all" : "files"));
        }
        return buttons;
    }

    private List<BlockElement> answers(IncomingCard card) {
        var buttons = new ArrayList<BlockElement>();
        if (card.mail().kind() == Kind.REPLY && card.mail().answerTo() != null) {
            var answer = button(card, ANSWER, "answer");
            answer.setStyle("primary");
            buttons.add(answer);
        }
        if (card.mail().kind() == Kind.REPLY && card.client() != null) {
            var mail = new Subject.OfMail(card.mail().id());
            buttons.add(agreements.button(Agreement.PROMISE, mail));
            buttons.add(agreements.button(Agreement.DISPUTE, mail));
            buttons.add(agreements.plan(mail, phrases.say("reply.button.plan")));
        }
        buttons.add(button(card, NO_ACTION, "no-action"));
        return buttons;
    }

    private ButtonElement button(IncomingCard card, String action, String name) {
        return BlockElements.button(b -> b.actionId(action)
                .text(plainText(phrases.say("reply.button." + name)))
                .value(card.mail().id().toString()));
    }
}
