package dev.beforehand.slack.lookup;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;

import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The global shortcut *Find an invoice*: what is found stands under the question, which can be asked again. */
@Component
class FindInvoiceHandler implements SlackSurface {

    static final String SHORTCUT = "find_invoice";

    private static final String FORM = "lookup:find";
    private static final String WORDS = "words";
    private static final int LONGEST_WORDS = 100;

    private final InvoiceAnswers answers;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Modals modals;
    private final Phrases phrases;

    FindInvoiceHandler(
            InvoiceAnswers answers, SlackGateway gateway, Whispers whispers, Modals modals, Phrases phrases) {
        this.answers = answers;
        this.gateway = gateway;
        this.whispers = whispers;
        this.modals = modals;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.globalShortcut(SHORTCUT, Role.VIEWER, this::open);
        gate.viewSubmission(FORM, Role.VIEWER, this::find);
    }

    private Response open(GlobalShortcutRequest request, GlobalShortcutContext context) {
        var shortcut = request.getPayload();
        if (gateway.openView(shortcut.getTriggerId(), view("", List.of())) instanceof Reply.Refused<View> refused) {
            whispers.answer(
                    shortcut.getUser().getId(),
                    null,
                    SlackMessage.of(refused.problem().sentence()));
        }
        return context.ack();
    }

    private Response find(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var words = FormFields.of(request.getPayload().getView()).text(WORDS);
        var found = answers.to(
                new InvoicesCommand.Lookup(words),
                request.getPayload().getUser().getId());
        return context.ackWithUpdate(view(words, blocks(found)));
    }

    private View view(String words, List<LayoutBlock> found) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(modals.field(
                WORDS,
                "lookup.find.words",
                false,
                plainTextInput(i -> i.actionId(WORDS)
                        .maxLength(LONGEST_WORDS)
                        .initialValue(words.isEmpty() ? null : words)
                        .focusOnLoad(true)
                        .placeholder(plainText(phrases.say("lookup.find.placeholder"))))));
        blocks.addAll(found);
        return modals.form("lookup.find", FORM, "", blocks);
    }

    private static List<LayoutBlock> blocks(SlackMessage answer) {
        return answer.blocks().isEmpty() ? List.of(section(s -> s.text(markdownText(answer.text())))) : answer.blocks();
    }
}
