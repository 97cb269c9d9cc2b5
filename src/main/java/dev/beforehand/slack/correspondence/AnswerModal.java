package dev.beforehand.slack.correspondence;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The modal *Reply*; pure. */
@Component
class AnswerModal {

    static final String FORM = "reply-answer";
    static final String TEXT = "reply-text";

    private static final int LONGEST = 3000;
    private static final int FEW_WORDS = 500;

    private final Phrases phrases;
    private final Modals modals;

    AnswerModal(Phrases phrases, Modals modals) {
        this.phrases = phrases;
        this.modals = modals;
    }

    /** An answer that did not leave stands there to be sent again. */
    View render(IncomingCard card) {
        var mail = card.mail();
        var answer = card.answer();
        var before = answer == null || answer.state() == Answer.State.SENT ? null : answer.text();
        var head = phrases.say(
                "reply.form.head",
                Map.of(
                        "to",
                        Correspondents.answerTo(mail),
                        "client",
                        card.client() == null ? "?" : Format.name(card.client()),
                        "strange",
                        mail.kind() == Kind.REPLY && !mail.isKnownSender()));
        LayoutBlock about = section(s -> s.text(IncomingBlocks.verbatim(head)));
        LayoutBlock field = modals.field(
                TEXT,
                "reply.form.text",
                false,
                plainTextInput(
                        i -> i.actionId(TEXT).multiline(true).maxLength(LONGEST).initialValue(before)));
        return modals.form(
                "reply.form",
                FORM,
                mail.id().toString(),
                mail.text().isBlank() ? List.of(about, field) : List.of(about, beginning(mail), field));
    }

    /** What is answered, as far as one wants to see it while writing. */
    private static LayoutBlock beginning(Incoming mail) {
        return context(List.of(plainText(Format.cut(mail.text(), FEW_WORDS), false)));
    }
}
