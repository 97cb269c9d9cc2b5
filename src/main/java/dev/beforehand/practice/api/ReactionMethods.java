package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Component
@ConditionalOnProperty("beforehand.practice.on")
class ReactionMethods implements MethodFamily {

    private static final String WRITE = "reactions:write";
    private static final Pattern EMOJI = Pattern.compile("[a-z0-9_+'-]+(::skin-tone-[2-6])?");

    private final Messages messages;
    private final Rooms rooms;

    ReactionMethods(Messages messages, Rooms rooms) {
        this.messages = messages;
        this.rooms = rooms;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("reactions.add", WRITE, Method.TIER_3, this::add),
                new Method("reactions.remove", WRITE, Method.TIER_3, this::remove));
    }

    private ObjectNode add(Call call) {
        var message = rooms.message(call, "timestamp");
        if (!messages.react(message.channel(), message.ts(), emoji(call), Workspace.BOT_USER)) {
            throw Refusal.of("already_reacted");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode remove(Call call) {
        var message = rooms.message(call, "timestamp");
        if (!messages.unreact(message.channel(), message.ts(), emoji(call), Workspace.BOT_USER)) {
            throw Refusal.of("no_reaction");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static String emoji(Call call) {
        var name = call.text("name");
        if (!EMOJI.matcher(name).matches()) {
            throw Refusal.of("invalid_name");
        }
        return name;
    }
}
