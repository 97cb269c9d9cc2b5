package dev.beforehand.practice.api;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What an app attached to its messages, that only apps see. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Metadata {

    private final Map<String, JsonNode> byTs = new ConcurrentHashMap<>();

    void keep(String ts, Call call) {
        if (call.has("metadata")) {
            byTs.put(ts, call.json("metadata"));
        }
    }

    Optional<JsonNode> of(String ts) {
        return Optional.ofNullable(byTs.get(ts));
    }
}
