package dev.beforehand.practice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The addresses at which the app may answer what a person did: five times, within thirty minutes. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class ResponseUrls {

    static final String PATH = "/practice/response/";

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;
    private static final int REMEMBERED = 1_000;

    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final DeliverySettings settings;
    private final AppAnswers answers;
    private final Clock clock;

    ResponseUrls(DeliverySettings settings, AppAnswers answers, Clock clock) {
        this.settings = settings;
        this.answers = answers;
        this.clock = clock;
    }

    private record Use(Place place, int left, Instant until) {}

    synchronized String issue(Place place) {
        var token = UUID.randomUUID().toString();
        uses.put(token, new Use(place, USES, clock.instant().plus(LIFE)));
        if (uses.size() > REMEMBERED) {
            uses.remove(uses.keySet().iterator().next());
        }
        return settings.practice().url().resolve(PATH + token).toString();
    }

    /** @return Slack's word for why it was refused, null where it was not */
    synchronized @Nullable String use(String token, JsonNode answer) {
        var use = uses.get(token);
        if (use == null) {
            return "no_such_url";
        }
        if (clock.instant().isAfter(use.until())) {
            return "expired_url";
        }
        if (use.left() == 0) {
            return "used_url";
        }
        var placed = answers.place(answer, use.place());
        uses.put(token, new Use(placed.place(), use.left() - 1, use.until()));
        return placed.refusal();
    }
}
