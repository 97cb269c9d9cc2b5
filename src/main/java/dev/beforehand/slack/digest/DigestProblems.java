package dev.beforehand.slack.digest;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the finance leads when a digest does not stand where it should. */
@Component
class DigestProblems {

    static final String POST_AGAIN = "digest-post-again";
    static final String STANDS = "digest-stands";

    private final FinanceLeads leads;
    private final Phrases phrases;
    private volatile @Nullable LocalDate told;

    DigestProblems(FinanceLeads leads, Phrases phrases) {
        this.leads = leads;
        this.phrases = phrases;
    }

    /** Nobody knows whether it was posted; it is not posted again, and no letter leaves, before somebody looked. */
    void unknown(LocalDate day) {
        once(day, () -> question(day));
    }

    private SlackMessage question(LocalDate day) {
        var text = phrases.say("digest.unknown", Map.of("day", Format.day(day)));
        List<LayoutBlock> blocks = List.of(
                section(s -> s.text(markdownText(text))),
                actions(List.of(choice(STANDS, "digest.stands", day), choice(POST_AGAIN, "digest.post-again", day))));
        return new SlackMessage(text, blocks);
    }

    private ButtonElement choice(String action, String phrase, LocalDate day) {
        return button(
                b -> b.text(plainText(phrases.say(phrase))).actionId(action).value(day.toString()));
    }

    /** Told once a day, however often it is looked for in vain. */
    private void once(LocalDate day, Supplier<SlackMessage> message) {
        if (!day.equals(told)) {
            leads.tell(message);
            told = day;
        }
    }

    /** Somebody saw to what was told: should it happen again, it is told again. */
    void seenTo() {
        told = null;
    }
}
