package dev.beforehand.slack.checkins;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.block.element.BlockElement;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks what came of a conversation. */
@Component
class Outcomes {

    static final String ACTION = "check-in:outcome:";

    static final Pattern ACTIONS = Pattern.compile(ACTION + "[A-Z_]+");

    private final CheckIns checkIns;
    private final CheckInCardReader reader;
    private final Phrases phrases;

    Outcomes(CheckIns checkIns, CheckInCardReader reader, Phrases phrases) {
        this.checkIns = checkIns;
        this.reader = reader;
        this.phrases = phrases;
    }

    /** A button for each outcome, or why there is nothing to choose any more. */
    SlackMessage question(CheckInId id) {
        return refusal(id).map(SlackMessage::of).orElseGet(() -> buttons(id, about(id)));
    }

    /** Why it cannot be done; empty where it can. */
    Optional<String> refusal(CheckInId id) {
        var checkIn = checkIns.find(id).orElse(null);
        if (checkIn == null) {
            return Optional.of(phrases.say("card.refused.gone"));
        }
        return switch (checkIn.state()) {
            case OPEN, CLAIMED -> Optional.empty();
            case DONE -> Optional.of(phrases.say("card.refused.done", about(id)));
            case CANCELLED -> Optional.of(phrases.say("card.refused.cancelled", about(id)));
        };
    }

    /** What is said to whoever chose an outcome. */
    String noted(CheckInId id, Outcome outcome) {
        return phrases.say("card.done." + outcome, about(id));
    }

    static Outcome chosen(BlockActionPayload click) {
        return Outcome.valueOf(click.getActions().getFirst().getActionId().substring(ACTION.length()));
    }

    private Map<String, Object> about(CheckInId id) {
        return Map.of("client", Format.name(reader.client(id).orElseThrow()));
    }

    private SlackMessage buttons(CheckInId id, Map<String, Object> about) {
        var question = phrases.say("card.done.question", about);
        List<BlockElement> buttons = Arrays.stream(Outcome.values())
                .<BlockElement>map(outcome -> button(b -> b.actionId(ACTION + outcome)
                        .text(plainText(phrases.say("card.done.button." + outcome)))
                        .value(id.toString())))
                .toList();
        return new SlackMessage(question, List.of(section(s -> s.text(markdownText(question))), actions(buttons)));
    }
}
