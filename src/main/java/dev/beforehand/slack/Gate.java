package dev.beforehand.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.handler.builtin.GlobalShortcutHandler;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.Request;
import com.slack.api.model.event.Event;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.clients.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The only way to a handler: each is registered with the role that it needs, and whoever does not have it at the click is
 * turned away, with a reason that only they see. Whoever presses something on Home sees at once what came of it.
 */
public final class Gate {

    /** Somebody asks for something by an event; what is said to them is said there. */
    public record Asked(
            String user,
            Role needed,
            String channel,
            @Nullable String threadTs) {}

    private static final String HOME = "home";

    private final App app;
    private final Doorkeeper doorkeeper;
    private final Apologies apologies;
    private final Homes homes;
    private final Map<Class<?>, List<BoltEventHandler<?>>> listeners = new HashMap<>();

    Gate(App app, Doorkeeper doorkeeper, Apologies apologies, Homes homes) {
        this.app = app;
        this.doorkeeper = doorkeeper;
        this.apologies = apologies;
        this.homes = homes;
    }

    public void blockAction(String id, Role needed, BlockActionHandler handler) {
        app.blockAction(id, guarded(needed, handler));
    }

    public void blockAction(Pattern ids, Role needed, BlockActionHandler handler) {
        app.blockAction(ids, guarded(needed, handler));
    }

    /** A button for those who have no role yet. */
    public void blockActionOfAnybody(String id, BlockActionHandler handler) {
        app.blockAction(id, handler);
    }

    public void viewSubmission(String id, Role needed, ViewSubmissionHandler handler) {
        app.viewSubmission(id, guarded(needed, handler));
    }

    public void viewSubmission(Pattern ids, Role needed, ViewSubmissionHandler handler) {
        app.viewSubmission(ids, guarded(needed, handler));
    }

    /** Something to do with any message; who may not is told so beside it. */
    public void messageShortcut(String id, Role needed, MessageShortcutHandler handler) {
        app.messageShortcut(id, (request, context) -> {
            var shortcut = request.getPayload();
            return doorkeeper.turnsAway(
                            shortcut.getUser().getId(), shortcut.getResponseUrl(), needed, () -> json(request))
                    ? context.ack()
                    : handler.apply(request, context);
        });
    }

    /** Something to do from anywhere; who may not is told so in a direct message, since it has no place of its own. */
    public void globalShortcut(String id, Role needed, GlobalShortcutHandler handler) {
        app.globalShortcut(
                id,
                (request, context) ->
                        doorkeeper.turnsAway(request.getPayload().getUser().getId(), null, needed, () -> json(request))
                                ? context.ack()
                                : handler.apply(request, context));
    }

    /** @param needed by what the command's words ask for */
    public void command(String name, Function<SlashCommandPayload, Role> needed, SlashCommandHandler handler) {
        app.command(name, (request, context) -> {
            var command = request.getPayload();
            var refusal = doorkeeper.refusal(command.getUserId(), needed.apply(command), () -> json(request));
            return refusal.isEmpty()
                    ? handler.apply(request, context)
                    : context.ack(SlashCommandResponse.builder()
                            .responseType("ephemeral")
                            .text(refusal.get().text())
                            .blocks(refusal.get().blocksIfAny())
                            .build());
        });
    }

    /**
     * Several may hear of one kind of event; Bolt itself would run the first of them alone.
     *
     * @param asked empty where the event asks for nothing
     */
    public <E extends Event> void event(
            Class<E> type, Function<E, Optional<Asked>> asked, BoltEventHandler<E> handler) {
        BoltEventHandler<E> guarded = (payload, context) -> {
            var refused = asked.apply(payload.getEvent())
                    .map(ask -> doorkeeper.turnsAway(ask, () -> json(payload.getEvent())))
                    .orElse(false);
            return refused ? context.ack() : handler.apply(payload, context);
        };
        if (listeners.containsKey(type)) {
            listeners.get(type).add(guarded);
        } else {
            var all = new ArrayList<BoltEventHandler<?>>(List.of(guarded));
            listeners.put(type, all);
            app.event(type, (payload, context) -> {
                for (var each : all) {
                    @SuppressWarnings("unchecked") // as they were registered for this type
                    var listener = (BoltEventHandler<E>) each;
                    listener.apply(payload, context);
                }
                return context.ack();
            });
        }
    }

    private BlockActionHandler guarded(Role needed, BlockActionHandler handler) {
        return (request, context) -> {
            var click = request.getPayload();
            if (doorkeeper.turnsAway(click, needed, () -> json(request))) {
                return context.ack();
            }
            var response = handler.apply(request, context);
            if (click.getView() != null && HOME.equals(click.getView().getType())) {
                homes.show(click.getUser().getId());
            }
            return response;
        };
    }

    private ViewSubmissionHandler guarded(Role needed, ViewSubmissionHandler handler) {
        return (request, context) -> {
            var submission = request.getPayload();
            var refusal = doorkeeper.refusalOfForm(submission.getUser().getId(), needed);
            return refusal.isEmpty()
                    ? handler.apply(request, context)
                    : apologies.besideAnInput(json(request), refusal.get());
        };
    }

    private static JsonObject json(Event event) {
        var json = new JsonObject();
        json.addProperty("type", "event_callback");
        json.add("event", GsonFactory.createSnakeCase().toJsonTree(event));
        return json;
    }

    private static JsonObject json(Request<?> request) {
        return Delivery.of(request.getRequestBodyAsString()).payload();
    }
}
