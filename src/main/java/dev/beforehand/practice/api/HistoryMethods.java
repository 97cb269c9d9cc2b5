package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a room, or in a thread of it; all on one page. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class HistoryMethods implements MethodFamily {

    private static final String READ = "channels:history";

    private final Messages messages;
    private final Rooms rooms;
    private final Metadata metadata;

    HistoryMethods(Messages messages, Rooms rooms, Metadata metadata) {
        this.messages = messages;
        this.rooms = rooms;
        this.metadata = metadata;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("conversations.history", READ, Method.TIER_3, this::history),
                new Method("conversations.replies", READ, Method.TIER_3, this::replies));
    }

    /** The newest first, without replies. */
    private ObjectNode history(Call call) {
        return page(call, found(call, message -> !message.isReply()).reversed());
    }

    /** The message above first, and then its replies from the oldest on. */
    private ObjectNode replies(Call call) {
        var parent =
                messages.find(rooms.byId(call).id(), call.text("ts")).orElseThrow(() -> Refusal.of("thread_not_found"));
        return page(
                call,
                found(
                        call,
                        message ->
                                message.ts().equals(parent.ts()) || parent.ts().equals(message.threadTs())));
    }

    private List<PracticeMessage> found(Call call, Predicate<PracticeMessage> wanted) {
        var oldest = call.textOrNull("oldest");
        return messages.in(rooms.byId(call).id(), Workspace.BOT_USER).stream()
                .filter(message -> oldest == null || message.ts().compareTo(oldest) > 0)
                .filter(message -> !message.isEphemeral())
                .filter(wanted)
                .toList();
    }

    private ObjectNode page(Call call, List<PracticeMessage> found) {
        var answer = JsonNodeFactory.instance.objectNode();
        var array = answer.put("has_more", false).putArray("messages");
        found.forEach(message -> array.add(json(
                message,
                "true".equals(call.textOrNull("include_all_metadata"))
                        || "1".equals(call.textOrNull("include_all_metadata")))));
        return answer;
    }

    private ObjectNode json(PracticeMessage message, boolean withMetadata) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("user", message.user())
                .put("text", message.text())
                .put("ts", message.ts());
        if (message.user().equals(Workspace.BOT_USER)) {
            json.put("bot_id", Workspace.BOT_ID);
        }
        if (message.threadTs() != null) {
            json.put("thread_ts", message.threadTs());
        }
        if (withMetadata) {
            metadata.of(message.ts()).ifPresent(attached -> json.set("metadata", attached));
        }
        return json;
    }
}
