package dev.beforehand.practice.workspace;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Each thing a person does gives a trigger with which the app may open one view for them, within three seconds. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Triggers {

    private static final long LIFE = Duration.ofSeconds(3).toNanos();
    private static final int REMEMBERED = 1_000;

    private final LongSupplier nanos;
    private final Map<String, Trigger> triggers = new LinkedHashMap<>();
    private long last;

    @Autowired
    public Triggers() {
        this(System::nanoTime);
    }

    /** @param nanos tells the time that has passed since some moment */
    public Triggers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What came of exchanging a trigger. */
    public sealed interface Exchange {

        /** @param view in which the person did something; null where it was elsewhere */
        record Granted(String user, @Nullable String view) implements Exchange {}

        /** @param error Slack's word for it */
        record Refused(String error) implements Exchange {}
    }

    private record Trigger(String user, @Nullable String view, long at, boolean used) {}

    public synchronized String issue(String user, @Nullable String view) {
        var id = "%d.%d.%s"
                .formatted(
                        ++last,
                        1_000_000 + last,
                        UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        triggers.put(id, new Trigger(user, view, nanos.getAsLong(), false));
        if (triggers.size() > REMEMBERED) {
            triggers.remove(triggers.keySet().iterator().next());
        }
        return id;
    }

    public synchronized Exchange exchange(String id) {
        var trigger = triggers.get(id);
        if (trigger == null) {
            return new Exchange.Refused("invalid_trigger_id");
        }
        if (trigger.used()) {
            return new Exchange.Refused("exchanged_trigger_id");
        }
        if (nanos.getAsLong() - trigger.at() > LIFE) {
            return new Exchange.Refused("expired_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.user(), trigger.view(), trigger.at(), true));
        return new Exchange.Granted(trigger.user(), trigger.view());
    }
}
