package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Files;
import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file's two steps: it is announced, and once it was uploaded it is shared. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class FileMethods implements MethodFamily {

    private static final String WRITE = "files:write";

    private final Files files;
    private final Messages messages;
    private final Rooms rooms;
    private final ApiSettings settings;

    FileMethods(Files files, Messages messages, Rooms rooms, ApiSettings settings) {
        this.files = files;
        this.messages = messages;
        this.rooms = rooms;
        this.settings = settings;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("files.getUploadURLExternal", WRITE, Method.TIER_4, this::announce),
                new Method("files.completeUploadExternal", WRITE, Method.TIER_4, this::share));
    }

    private ObjectNode announce(Call call) {
        var name = call.text("filename");
        if (name.isBlank() || !call.text("length").matches("[1-9]\\d{0,8}")) {
            throw Refusal.of("invalid_arguments", List.of("a file needs a name and a length"));
        }
        var id = files.announce(name, Integer.parseInt(call.text("length")));
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "upload_url",
                        settings.practice()
                                .url()
                                .resolve("/practice/upload/" + id)
                                .toString())
                .put("file_id", id);
    }

    private ObjectNode share(Call call) {
        var asked = call.json("files");
        if (!asked.isArray() || asked.isEmpty()) {
            throw Refusal.of("invalid_arguments", List.of("at least one file is needed"));
        }
        var room = rooms.room(call.text("channel_id"));
        var thread = rooms.thread(call, room);
        var shown = JsonNodeFactory.instance.arrayNode();
        asked.forEach(file -> shown.add(share(file)));
        messages.post(new Messages.Draft(
                room.id(),
                Workspace.BOT_USER,
                call.text("initial_comment"),
                blocks(call.text("initial_comment"), shown),
                thread,
                null));
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("files", shown.deepCopy());
        return answer;
    }

    private ObjectNode share(JsonNode asked) {
        var id = asked.path("id").asString("");
        if (!files.share(id, asked.path("title").asString(id))) {
            throw Refusal.of("file_not_found");
        }
        var file = files.shared(id).orElseThrow();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.id())
                .put("title", file.name())
                .put("size", file.length());
    }

    /** Slack shows files below a message's blocks; here they are blocks themselves. */
    private static ArrayNode blocks(String comment, ArrayNode shown) {
        var blocks = JsonNodeFactory.instance.arrayNode();
        if (!comment.isEmpty()) {
            var section = blocks.addObject().put("type", "section");
            section.putObject("text").put("type", "mrkdwn").put("text", comment);
        }
        shown.forEach(file -> blocks.add(((ObjectNode) file.deepCopy()).put("type", "file")));
        return blocks;
    }
}
