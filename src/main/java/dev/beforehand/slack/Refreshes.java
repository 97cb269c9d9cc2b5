package dev.beforehand.slack;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Brings what is shown up to date a moment after something changed; changes that come meanwhile are shown by the same
 * refresh. A crash loses one, and the next shows what it would have shown.
 */
@Component
public class Refreshes {

    private static final Duration MOMENT = Duration.ofMillis(400);

    private final Afterwards afterwards;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    Refreshes(Afterwards afterwards) {
        this.afterwards = afterwards;
    }

    /** Runs the refresh of this subject soon, once for all who ask before it begins. */
    public void soon(String subject, Runnable refresh) {
        if (waiting.add(subject)) {
            afterwards.run("Refreshing " + subject, () -> {
                pause();
                waiting.remove(subject);
                refresh.run();
            });
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
