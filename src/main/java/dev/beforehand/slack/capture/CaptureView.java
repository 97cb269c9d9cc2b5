package dev.beforehand.slack.capture;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.ClientGuess.Guess;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.checkins.FeedbackForm;
import dev.beforehand.slack.checkins.FeedbackModal;
import dev.beforehand.slack.clients.ClientMenu;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The form in which a message becomes feedback of a client, and what is said of it. */
@Component
class CaptureView {

    static final String FORM = "capture:feedback";

    private static final String PREFIX = "capture";

    private final ClientField client;
    private final FeedbackModal feedback;
    private final ClientMenu menu;
    private final Modals modals;
    private final Phrases phrases;

    CaptureView(ClientField client, FeedbackModal feedback, ClientMenu menu, Modals modals, Phrases phrases) {
        this.client = client;
        this.feedback = feedback;
        this.menu = menu;
        this.modals = modals;
        this.phrases = phrases;
    }

    View form(Source source, String words, Guess guess) {
        var blocks = new ArrayList<LayoutBlock>(client.render(guess));
        blocks.addAll(feedback.fields(Format.cut(words, FeedbackForm.LONGEST_WORDS)));
        blocks.add(context(List.of(markdownText(phrases.say("capture.rule")))));
        return modals.form(PREFIX, FORM, source.metadata(), blocks);
    }

    /** Something was written down about this client. */
    View noted(String sentence, ClientId about) {
        return modals.page(
                PREFIX, List.of(section(s -> s.text(markdownText(sentence)).accessory(menu.button(about)))));
    }

    View notice(String sentence) {
        return modals.notice(PREFIX, sentence);
    }
}
