package dev.beforehand.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what Beforehand itself did in Slack from what people did, or it would answer its own reactions and messages. */
@Component
class OwnEvents {

    private final SlackGateway gateway;

    OwnEvents(SlackGateway gateway) {
        this.gateway = gateway;
    }

    /** @throws IllegalStateException where Slack does not say who Beforehand is; the event then has to come again */
    boolean include(Delivery delivery) {
        if (!(delivery.payload().get("event") instanceof JsonObject event)) {
            return false;
        }
        var actors = actors(event);
        return !actors.isEmpty() && ownIds(delivery.payload()).stream().anyMatch(actors::contains);
    }

    private static Set<String> actors(JsonObject event) {
        var actors = new HashSet<String>();
        Stream.of(event, event.get("message"), event.get("bot_profile"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .forEach(object -> Stream.of("user", "bot_id").forEach(name -> {
                    if (Delivery.text(object, name) instanceof String id) {
                        actors.add(id);
                    }
                }));
        return actors;
    }

    private Set<String> ownIds(JsonObject payload) {
        var ids = new HashSet<String>();
        if (payload.get("authorizations") instanceof JsonArray authorizations) {
            for (var authorization : authorizations) {
                if (authorization instanceof JsonObject of
                        && "true".equals(Delivery.text(of, "is_bot"))
                        && Delivery.text(of, "user_id") instanceof String id) {
                    ids.add(id);
                }
            }
        }
        if (gateway.self() instanceof Reply.Done<SlackGateway.Bot> self) {
            ids.add(self.value().userId());
            ids.add(self.value().botId());
        } else if (ids.isEmpty()) {
            throw new IllegalStateException("Slack does not say who Beforehand is, so its own events cannot be told.");
        }
        return ids;
    }
}
