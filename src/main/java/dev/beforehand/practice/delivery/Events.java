package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Files;
import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells Beforehand of the events that its manifest subscribes to. Nobody waits for it; an event that was not acked is
 * sent again three times.
 */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Events implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Events.class);

    private final Carrier carrier;
    private final DeliverySettings settings;
    private final Manifest manifest;
    private final Timestamps timestamps;
    private final Clock clock;
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("practice-events-", 0).factory());

    Events(Carrier carrier, DeliverySettings settings, Manifest manifest, Timestamps timestamps, Clock clock) {
        this.carrier = carrier;
        this.settings = settings;
        this.manifest = manifest;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    private record Event(String name, Parcel parcel) {}

    public void reacted(String person, PracticeMessage message, String emoji) {
        tell("reaction_added", Payloads.reaction("reaction_added", person, message, emoji, timestamps.next()));
    }

    public void tookBack(String person, PracticeMessage message, String emoji) {
        tell("reaction_removed", Payloads.reaction("reaction_removed", person, message, emoji, timestamps.next()));
    }

    public void said(PracticeMessage message, Room room) {
        tell(room.isDirect() ? "message.im" : "message.channels", Payloads.said(message, room.isDirect()));
    }

    /** A person looks at Home, which lies beside the direct messages. */
    public void openedHome(String person, Room room, @Nullable PracticeView home) {
        tell("app_home_opened", Payloads.openedHome(person, room, home, timestamps.next()));
    }

    /** A person dropped a file into the room. */
    public void dropped(PracticeMessage message, Room room, Files.File file) {
        tell(
                room.isDirect() ? "message.im" : "message.channels",
                Payloads.dropped(
                        message, room.isDirect(), file, settings.practice().url()));
    }

    private void tell(String name, ObjectNode event) {
        if (manifest.events().contains(name)) {
            var id = "Ev0P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            var cover = Payloads.event(id, clock.instant().getEpochSecond(), event);
            schedule(new Event(name, Parcel.of(Parcel.Kind.EVENT, cover)), Duration.ZERO);
        }
    }

    private void schedule(Event event, Duration wait) {
        try {
            later.schedule(() -> send(event), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The practice workspace has closed; an event is not sent.");
        }
    }

    private void send(Event event) {
        var ack = carrier.bring(event.parcel());
        if (ack.isGood()) {
            return;
        }
        var retries = settings.practice().retries();
        var attempt = event.parcel().attempt();
        if (ack.retry() && attempt < retries.size()) {
            schedule(new Event(event.name(), event.parcel().again(ack.failure())), retries.get(attempt));
        } else {
            log.warn("Beforehand did not ack the event {} ({}); it is not sent again.", event.name(), ack.failure());
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
