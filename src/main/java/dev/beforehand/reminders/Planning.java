package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** Puts the letters that the cadence asks for into the outbox. Safe to run again: a client gets one letter a day. */
@Component
class Planning {

    /** So many letters go in at once: few enough that nobody waits long for the database. */
    private static final int BATCH = 100;

    private final Observations observations;
    private final ReminderPolicy policy;
    private final Postbox postbox;

    Planning(Observations observations, ReminderPolicy policy, Postbox postbox) {
        this.observations = observations;
        this.policy = policy;
        this.postbox = postbox;
    }

    void plan(LocalDate day) {
        var batch = new LinkedHashMap<ClientId, Decision.Send>();
        observations.each(day, seen -> {
            if (policy.decide(seen, day) instanceof Decision.Send letter) {
                batch.put(seen.client(), letter);
            }
            if (batch.size() == BATCH) {
                postbox.put(batch, day);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            postbox.put(batch, day);
        }
    }
}
