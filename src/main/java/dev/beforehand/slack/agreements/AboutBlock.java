package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says at the head of a form what it is about; pure. */
@Component
class AboutBlock {

    private static final int NAMED = 8;

    private final Phrases phrases;

    AboutBlock(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Names what is open of it, or, where nothing is, what it was about. */
    LayoutBlock of(About about) {
        var lines = about.open().isEmpty() ? about.lines() : about.open();
        var numbers = lines.stream().limit(NAMED).map(AboutBlock::number).collect(Collectors.joining(", "));
        return text(phrases.say(
                "agreement.about",
                Map.of(
                        "client", Format.name(about.client().name()),
                        "owed", about.owed().isEmpty() ? false : Format.totals(about.owed()),
                        "numbers", numbers.isEmpty() ? false : numbers,
                        "more", lines.size() <= NAMED ? false : lines.size() - NAMED)));
    }

    /** The form again, which says that what it is about is no longer what it was. */
    View lookAgain(View form) {
        var blocks = new ArrayList<>(form.getBlocks());
        blocks.add(1, text(phrases.say("agreement.look-again")));
        form.setBlocks(blocks);
        return form;
    }

    static String number(InvoiceLine line) {
        return Format.name(line.invoice().number());
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
