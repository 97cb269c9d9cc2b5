package dev.beforehand.practice.workspace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as it stands now.
 *
 * @param blocks an array, empty where there are none; each block and element has its id
 * @param threadTs the message that this one replies to, null for a message of the room itself
 * @param ephemeralFor the only one who sees it, null where all do
 * @param reactions emoji name to the people who gave it, in order
 * @param editedAt the ts of the last change, null where there was none
 */
public record PracticeMessage(
        String channel,
        String ts,
        String user,
        String text,
        JsonNode blocks,
        @Nullable String threadTs,
        @Nullable String ephemeralFor,
        Map<String, List<String>> reactions,
        @Nullable String editedAt) {

    public PracticeMessage {
        // Map.copyOf would lose the order.
        reactions = Collections.unmodifiableMap(new LinkedHashMap<>(reactions));
    }

    public boolean isReply() {
        return threadTs != null && !threadTs.equals(ts);
    }

    public boolean isEphemeral() {
        return ephemeralFor != null;
    }

    public boolean isVisibleTo(String personId) {
        return ephemeralFor == null || ephemeralFor.equals(personId);
    }

    /** The same place with another content. */
    PracticeMessage showing(String text, JsonNode blocks, @Nullable String editedAt) {
        return new PracticeMessage(channel, ts, user, text, blocks, threadTs, ephemeralFor, reactions, editedAt);
    }

    PracticeMessage with(Map<String, List<String>> reactions) {
        return new PracticeMessage(channel, ts, user, text, blocks, threadTs, ephemeralFor, reactions, editedAt);
    }
}
