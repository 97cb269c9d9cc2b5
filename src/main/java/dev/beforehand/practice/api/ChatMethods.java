package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Component
@EnableConfigurationProperties(ApiSettings.class)
@ConditionalOnProperty("beforehand.practice.on")
class ChatMethods implements MethodFamily {

    private static final String WRITE = "chat:write";

    private final Workspace workspace;
    private final Messages messages;
    private final Rooms rooms;
    private final Pace pace;
    private final Metadata metadata;
    private final ApiSettings settings;

    ChatMethods(
            Workspace workspace, Messages messages, Rooms rooms, Pace pace, Metadata metadata, ApiSettings settings) {
        this.workspace = workspace;
        this.messages = messages;
        this.rooms = rooms;
        this.pace = pace;
        this.metadata = metadata;
        this.settings = settings;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("chat.postMessage", WRITE, Method.UNPACED, this::post),
                new Method("chat.update", WRITE, Method.TIER_3, this::update),
                new Method("chat.postEphemeral", WRITE, Method.TIER_4, this::postEphemeral),
                new Method("chat.getPermalink", "", Method.UNPACED, this::permalink));
    }

    private ObjectNode post(Call call) {
        var room = rooms.named(call);
        pace.message(room.id());
        var content = Content.of(call, Content.POSTED);
        var posted = messages.post(draft(room, content, rooms.thread(call, room), null));
        metadata.keep(posted.ts(), call);
        var answer = answer().put("channel", room.id()).put("ts", posted.ts());
        answer.set("message", json(posted));
        return answer;
    }

    private ObjectNode postEphemeral(Call call) {
        var room = rooms.named(call);
        var reader = workspace
                .person(call.text("user"))
                .filter(person -> !person.app() && room.isOpenTo(person.id()))
                .orElseThrow(() -> Refusal.of("user_not_in_channel"));
        var content = Content.of(call, Content.POSTED);
        var posted = messages.post(draft(room, content, rooms.thread(call, room), reader.id()));
        return answer().put("message_ts", posted.ts());
    }

    /** What is not given is not shown: text without blocks takes the blocks away. */
    private ObjectNode update(Call call) {
        var message = rooms.message(call, "ts");
        if (!message.user().equals(Workspace.BOT_USER)) {
            throw Refusal.of("cant_update_message");
        }
        var content = Content.of(call, Content.UPDATED);
        var shown = messages.show(message.channel(), message.ts(), content.text(), content.blocks())
                .orElseThrow(() -> Refusal.of("message_not_found"));
        var answer =
                answer().put("channel", shown.channel()).put("ts", shown.ts()).put("text", shown.text());
        answer.set("message", json(shown));
        return answer;
    }

    private ObjectNode permalink(Call call) {
        var message = rooms.message(call, "message_ts");
        var place = "/archives/" + message.channel() + "/p" + message.ts().replace(".", "");
        var thread = message.threadTs() == null ? "" : "?thread_ts=" + message.threadTs() + "&cid=" + message.channel();
        var link = settings.practice().url().resolve(place + thread);
        return answer().put("channel", message.channel()).put("permalink", link.toString());
    }

    private static Messages.Draft draft(
            Room room, Content content, @Nullable String thread, @Nullable String ephemeralFor) {
        return new Messages.Draft(
                room.id(), Workspace.BOT_USER, content.text(), content.blocks(), thread, ephemeralFor);
    }

    private static ObjectNode json(PracticeMessage message) {
        var json = answer().put("type", "message")
                .put("user", message.user())
                .put("bot_id", Workspace.BOT_ID)
                .put("app_id", Workspace.APP_ID)
                .put("team", Workspace.TEAM_ID)
                .put("text", message.text())
                .put("ts", message.ts());
        if (message.threadTs() != null) {
            json.put("thread_ts", message.threadTs());
        }
        json.set("blocks", message.blocks());
        return json;
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
