package dev.beforehand.slack.people;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.beforehand.clients.AccessRequest;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders the question whether somebody gets a role; pure. */
@Component
class AccessBlocks {

    private final Phrases phrases;

    AccessBlocks(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param decider the name of whoever has decided; not shown while nobody has */
    SlackMessage message(AccessRequest request, String decider) {
        var about = Map.<String, Object>of(
                "name", Format.name(request.name()),
                "person", "<@" + request.slackUserId() + ">",
                "when", Format.moment(request.askedAt()));
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(phrases.say("people.question", about)));
        blocks.add(
                request.decidedAt() instanceof Instant when
                        ? text(outcome(request, decider, when))
                        : actions(buttons(request)));
        return new SlackMessage(phrases.say("people.question.headline", about), blocks);
    }

    private String outcome(AccessRequest request, String decider, Instant when) {
        return phrases.say(
                "people.decided." + Choice.of(request.role()), Map.of("who", decider, "when", Format.moment(when)));
    }

    private List<BlockElement> buttons(AccessRequest request) {
        return Arrays.stream(Choice.values())
                .<BlockElement>map(choice -> button(b -> b.actionId(Choice.ACTION + choice)
                        .text(plainText(phrases.say("people.choice." + choice)))
                        .value(request.id().toString())))
                .toList();
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
