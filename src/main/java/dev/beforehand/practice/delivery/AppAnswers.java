package dev.beforehand.practice.delivery;

import dev.beforehand.practice.limits.BlockLimits;
import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows what the app answers to a command, or says through a {@code response_url}. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class AppAnswers {

    private static final Logger log = LoggerFactory.getLogger(AppAnswers.class);

    private final Messages messages;

    AppAnswers(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param place where the next answer goes
     * @param refusal Slack's word for why nothing is shown, null where something is
     */
    record Placed(Place place, @Nullable String refusal) {}

    synchronized Placed place(JsonNode answer, Place place) {
        var original = place.original();
        if (original != null && answer.path("delete_original").asBoolean(false)) {
            return new Placed(place, messages.delete(place.room(), original) ? null : "message_not_found");
        }
        var refusal = refusal(answer);
        if (refusal != null) {
            return new Placed(place, refusal);
        }
        if (original != null && answer.path("replace_original").asBoolean(false)) {
            var shown = messages.show(place.room(), original, text(answer), answer.path("blocks"));
            return new Placed(place, shown.isPresent() ? null : "message_not_found");
        }
        var ts = post(answer, place);
        return new Placed(original == null ? new Place(place.person(), place.room(), ts) : place, null);
    }

    private String post(JsonNode answer, Place place) {
        var forAll = answer.path("response_type").asString("").equals("in_channel");
        var thread = answer.path("thread_ts").asString("");
        return messages.post(new Messages.Draft(
                        place.room(),
                        Workspace.BOT_USER,
                        text(answer),
                        answer.path("blocks"),
                        thread.isEmpty() ? null : thread,
                        forAll ? null : place.person()))
                .ts();
    }

    private static @Nullable String refusal(JsonNode answer) {
        var blocks = answer.path("blocks");
        if (text(answer).isEmpty() && blocks.isEmpty()) {
            return "no_text";
        }
        var problems = blocks.isMissingNode() || blocks.isNull() ? List.<String>of() : BlockLimits.ofMessage(blocks);
        if (!problems.isEmpty()) {
            log.warn("What Beforehand answered is not shown, because Slack would refuse its blocks: {}", problems);
            return "invalid_blocks";
        }
        return BlockLimits.isTooLong(blocks) ? "msg_blocks_too_long" : null;
    }

    private static String text(JsonNode answer) {
        return answer.path("text").asString("");
    }
}
