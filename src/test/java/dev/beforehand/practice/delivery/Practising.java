package dev.beforehand.practice.delivery;

import dev.beforehand.practice.faults.Delays;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.workspace.Changed;
import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Timestamps;
import dev.beforehand.practice.workspace.Triggers;
import dev.beforehand.practice.workspace.Views;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A workspace whose deliveries reach a {@link Receiver}. */
final class Practising implements AutoCloseable {

    static final String SECRET = "practice-secret";
    static final Instant NOW = Instant.parse("2013-06-17T07:30:00Z");
    static final Duration PATIENCE = Duration.ofMillis(400);
    static final Duration LATE = Duration.ofMillis(200);

    final Receiver beforehand = new Receiver();
    final MovableClock clock = new MovableClock();
    final Changed changed = new Changed();
    final Timestamps timestamps = new Timestamps(clock);
    final Workspace workspace = new Workspace();
    final Messages messages = new Messages(timestamps, changed);
    final Views views = new Views(changed);
    final Triggers triggers = new Triggers();
    final Manifest manifest = new Manifest();
    final DeliverySettings settings = new DeliverySettings(
            new DeliverySettings.Slack(SECRET),
            new DeliverySettings.Practice(
                    beforehand.url(), PATIENCE, List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(100))));
    final SignedPost post = new SignedPost(settings, clock);
    final Faults faults = new Faults(changed);
    final Carrier carrier = new Carrier(post, Optional.empty(), faults, new Delays(LATE, LATE));
    final Events events = new Events(carrier, settings, manifest, timestamps, clock);
    final ResponseUrls responseUrls = new ResponseUrls(settings, new AppAnswers(messages), clock);
    final Interactions interactions = new Interactions(carrier, timestamps);
    final MessageInteractions inMessages = new MessageInteractions(interactions, messages, triggers, responseUrls);
    final ViewInteractions inViews = new ViewInteractions(interactions, views, triggers, new Submissions(views));
    final Shortcuts shortcuts = new Shortcuts(interactions, manifest, messages, triggers, responseUrls, timestamps);
    final Commands commands = new Commands(carrier, manifest, triggers, responseUrls, new AppAnswers(messages));

    final Person ana = workspace.person("U0PANA").orElseThrow();
    final Room general = workspace.room("C0PGENERAL").orElseThrow();

    PracticeMessage post(String blocks, @Nullable String ephemeralFor) {
        return messages.post(
                new Messages.Draft(general.id(), Workspace.BOT_USER, "A card", json(blocks), null, ephemeralFor));
    }

    List<PracticeMessage> seenByAna() {
        return messages.in(general.id(), ana.id());
    }

    static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }

    static ObjectNode object(String json) {
        return (ObjectNode) json(json);
    }

    @Override
    public void close() {
        events.close();
        beforehand.close();
        post.close();
    }

    static final class MovableClock extends Clock {

        private volatile Instant now = NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
