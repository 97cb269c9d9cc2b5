package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Triggers;
import dev.beforehand.practice.workspace.Workspace;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends slash commands to Beforehand and shows what it answers. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Commands {

    private final Carrier carrier;
    private final Manifest manifest;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final AppAnswers answers;

    Commands(Carrier carrier, Manifest manifest, Triggers triggers, ResponseUrls responseUrls, AppAnswers answers) {
        this.carrier = carrier;
        this.manifest = manifest;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.answers = answers;
    }

    /**
     * @param line with the slash
     * @return what went wrong, in words for the person
     */
    public Optional<String> run(Person person, Room room, String line) {
        var words = line.strip().split("\\s+", 2);
        var command = words[0];
        if (!manifest.commands().contains(command)) {
            return Optional.of(command + " is not a valid command. Here you can use "
                    + String.join(", ", manifest.commands()) + ".");
        }
        var place = new Place(person.id(), room.id(), null);
        var fields = fields(person, room, place, command, words.length > 1 ? words[1] : "");
        var ack = carrier.bring(Parcel.of(Parcel.Kind.COMMAND, fields));
        if (!ack.isGood()) {
            return failed(command, ack.failure().equals("http_timeout") ? "operation_timeout" : "dispatch_failed");
        }
        return ack.body().isBlank() ? Optional.empty() : show(command, answer(ack), place);
    }

    private Optional<String> show(String command, JsonNode answer, Place place) {
        var refusal = answers.place(answer, place).refusal();
        return refusal == null ? Optional.empty() : failed(command, "invalid_command_response: " + refusal);
    }

    private static JsonNode answer(Ack ack) {
        return ack.json()
                ? ack.content()
                : JsonNodeFactory.instance.objectNode().put("text", ack.body());
    }

    private static Optional<String> failed(String command, String error) {
        return Optional.of("%s failed with the error \"%s\".".formatted(command, error));
    }

    private ObjectNode fields(Person person, Room room, Place place, String command, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("token", Payloads.TOKEN)
                .put("team_id", Workspace.TEAM_ID)
                .put("team_domain", Workspace.DOMAIN)
                .put("channel_id", room.id())
                .put("channel_name", Payloads.name(room))
                .put("user_id", person.id())
                .put("user_name", person.handle())
                .put("command", command)
                .put("text", text)
                .put("api_app_id", Workspace.APP_ID)
                .put("is_enterprise_install", "false")
                .put("response_url", responseUrls.issue(place))
                .put("trigger_id", triggers.issue(person.id(), null));
    }
}
