package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Files;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON in which Slack says what a person did. */
final class Payloads {

    static final String TOKEN = "practice";

    private Payloads() {}

    /** Without trigger, action and response address, which the sender adds. */
    static ObjectNode inMessage(Person person, Room room, PracticeMessage message, JsonNode state) {
        var payload = base("block_actions", person);
        var container = payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", room.id())
                .put("is_ephemeral", message.isEphemeral());
        if (message.threadTs() != null) {
            container.put("thread_ts", message.threadTs());
        }
        payload.putObject("channel").put("id", room.id()).put("name", name(room));
        payload.putObject("state").set("values", state);
        if (!message.isEphemeral()) {
            payload.set("message", message(message));
        }
        return payload;
    }

    /** Without trigger and response address, which the sender adds. */
    static ObjectNode onMessage(String callbackId, String at, Person person, Room room, PracticeMessage message) {
        var payload = shortcut("message_action", callbackId, at, person).put("message_ts", message.ts());
        payload.putObject("channel").put("id", room.id()).put("name", name(room));
        payload.set("message", message(message));
        return payload;
    }

    /** Without trigger, which the sender adds. */
    static ObjectNode shortcut(String type, String callbackId, String at, Person person) {
        var payload = base(type, person).put("callback_id", callbackId).put("action_ts", at);
        payload.remove("api_app_id");
        return payload;
    }

    static ObjectNode inView(String type, Person person, PracticeView view, JsonNode state) {
        var payload = base(type, person);
        var shown = (ObjectNode) view.json().deepCopy();
        shown.putObject("state").set("values", state);
        payload.set("view", shown);
        if (type.equals("block_actions")) {
            payload.putObject("container").put("type", "view").put("view_id", view.id());
        }
        return payload;
    }

    /** A message as Slack shows it to the app. */
    static ObjectNode message(PracticeMessage message) {
        var json = object().put("type", "message").put("user", message.user()).put("ts", message.ts());
        if (message.user().equals(Workspace.BOT_USER)) {
            json.put("bot_id", Workspace.BOT_ID).put("app_id", Workspace.APP_ID);
        }
        json.put("text", message.text()).put("team", Workspace.TEAM_ID).set("blocks", message.blocks());
        if (message.threadTs() != null) {
            json.put("thread_ts", message.threadTs());
        }
        if (message.editedAt() != null) {
            json.putObject("edited").put("user", message.user()).put("ts", message.editedAt());
        }
        return json;
    }

    static ObjectNode reaction(String type, String person, PracticeMessage message, String emoji, String at) {
        var event = object().put("type", type).put("user", person).put("reaction", emoji);
        event.putObject("item")
                .put("type", "message")
                .put("channel", message.channel())
                .put("ts", message.ts());
        return event.put("item_user", message.user()).put("event_ts", at);
    }

    static ObjectNode said(PracticeMessage message, boolean direct) {
        return message(message)
                .put("channel", message.channel())
                .put("channel_type", direct ? "im" : "channel")
                .put("event_ts", message.ts());
    }

    /** @param home what they see there; null while nothing was published */
    static ObjectNode openedHome(String person, Room room, @Nullable PracticeView home, String at) {
        var event = object().put("type", "app_home_opened")
                .put("user", person)
                .put("channel", room.id())
                .put("tab", "home")
                .put("event_ts", at);
        if (home != null) {
            event.set("view", home.json());
        }
        return event;
    }

    static ObjectNode dropped(PracticeMessage message, boolean direct, Files.File file, URI practice) {
        var address = practice.resolve("/practice/files/" + file.id()).toString();
        var event = said(message, direct).put("subtype", "file_share").put("upload", false);
        event.remove("blocks");
        event.putArray("files")
                .addObject()
                .put("id", file.id())
                .put("name", file.name())
                .put("title", file.name())
                .put("size", file.length())
                .put("mode", "hosted")
                .put("url_private", address)
                .put("url_private_download", address);
        return event;
    }

    /** The cover in which each event comes. */
    static ObjectNode event(String id, long seconds, JsonNode event) {
        var cover = object().put("token", TOKEN)
                .put("team_id", Workspace.TEAM_ID)
                .put("api_app_id", Workspace.APP_ID)
                .put("type", "event_callback")
                .put("event_id", id)
                .put("event_time", seconds)
                .put("is_ext_shared_channel", false);
        cover.set("event", event);
        cover.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", Workspace.TEAM_ID)
                .put("user_id", Workspace.BOT_USER)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return cover;
    }

    static String name(Room room) {
        return room.isDirect() ? "directmessage" : room.name();
    }

    private static ObjectNode base(String type, Person person) {
        var payload = object().put("type", type)
                .put("api_app_id", Workspace.APP_ID)
                .put("token", TOKEN)
                .putNull("enterprise")
                .put("is_enterprise_install", false);
        payload.putObject("team").put("id", Workspace.TEAM_ID).put("domain", Workspace.DOMAIN);
        payload.putObject("user")
                .put("id", person.id())
                .put("username", person.handle())
                .put("name", person.handle())
                .put("team_id", Workspace.TEAM_ID);
        return payload;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
