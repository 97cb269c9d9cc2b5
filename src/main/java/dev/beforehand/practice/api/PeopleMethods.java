package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who there is, the app itself among them, and where one meets them. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class PeopleMethods implements MethodFamily {

    private final Workspace workspace;
    private final Rooms rooms;
    private final Manifest manifest;
    private final ApiSettings settings;
    private final Clock clock;

    PeopleMethods(Workspace workspace, Rooms rooms, Manifest manifest, ApiSettings settings, Clock clock) {
        this.workspace = workspace;
        this.rooms = rooms;
        this.manifest = manifest;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("auth.test", "", Method.UNPACED, this::test),
                new Method("users.info", "users:read", Method.TIER_4, this::info),
                new Method("users.lookupByEmail", "users:read.email", Method.TIER_3, this::lookup),
                new Method("conversations.open", "im:write", Method.TIER_3, this::open),
                new Method("conversations.info", "channels:read", Method.TIER_3, this::room));
    }

    private ObjectNode test(Call call) {
        return answer().put("url", settings.practice().url() + "/")
                .put("team", Workspace.COMPANY)
                .put("user", "beforehand")
                .put("team_id", Workspace.TEAM_ID)
                .put("user_id", Workspace.BOT_USER)
                .put("bot_id", Workspace.BOT_ID)
                .put("is_enterprise_install", false);
    }

    private ObjectNode info(Call call) {
        var person = workspace.person(call.text("user")).orElseThrow(() -> Refusal.of("user_not_found"));
        var answer = user(person);
        if (call.text("include_locale").matches("1|true")) {
            answer.withObject("user").put("locale", person.language());
        }
        return answer;
    }

    private ObjectNode lookup(Call call) {
        return user(workspace.byEmail(call.text("email")).orElseThrow(() -> Refusal.of("users_not_found")));
    }

    /** Only with one person: Beforehand has no group messages. */
    private ObjectNode open(Call call) {
        var room = workspace.directMessages(call.text("users")).orElseThrow(() -> Refusal.of("user_not_found"));
        var answer = answer().put("no_op", true).put("already_open", true);
        answer.putObject("channel").put("id", room.id());
        return answer;
    }

    private ObjectNode room(Call call) {
        var answer = answer();
        answer.set("channel", json(rooms.byId(call)));
        return answer;
    }

    private static ObjectNode json(Room room) {
        var json = answer().put("id", room.id())
                .put("is_channel", !room.isDirect())
                .put("is_im", room.isDirect())
                .put("is_archived", false)
                .put("is_member", true);
        if (room.isDirect()) {
            return json.put("user", room.person());
        }
        json.putObject("topic").put("value", room.topic());
        return json.put("name", room.name()).put("is_private", false);
    }

    private ObjectNode user(Person person) {
        var answer = answer();
        var user = answer.putObject("user")
                .put("id", person.id())
                .put("team_id", Workspace.TEAM_ID)
                .put("name", person.handle())
                .put("real_name", person.name())
                .put("deleted", false)
                .put("is_bot", person.app())
                .put("tz", clock.getZone().getId());
        var profile = user.putObject("profile")
                .put("real_name", person.name())
                .put("display_name", person.handle())
                .put("title", person.title());
        if (!person.app() && manifest.scopes().contains("users:read.email")) {
            profile.put("email", person.email());
        }
        return answer;
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
