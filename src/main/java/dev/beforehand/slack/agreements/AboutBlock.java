package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
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

    LayoutBlock of(About about) {
        var numbers = about.open().stream()
                .limit(NAMED)
                .map(line -> Format.name(line.invoice().number()))
                .collect(Collectors.joining(", "));
        var text = phrases.say(
                "agreement.about",
                Map.of(
                        "client",
                        Format.name(about.client().name()),
                        "owed",
                        Format.totals(about.owed()),
                        "numbers",
                        numbers,
                        "more",
                        about.open().size() <= NAMED ? false : about.open().size() - NAMED));
        return section(s -> s.text(markdownText(text)));
    }
}
