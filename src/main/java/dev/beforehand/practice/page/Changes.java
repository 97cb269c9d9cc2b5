package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeSlack;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells each open page that something changed; many changes at once are told as one. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Changes {

    private static final long NO_TIMEOUT = 0;

    private final List<SseEmitter> followers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean untold = new AtomicBoolean();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("practice-page").factory());

    Changes(PracticeSlack slack) {
        slack.onChange(this::changed);
    }

    SseEmitter follow() {
        var follower = new SseEmitter(NO_TIMEOUT);
        follower.onCompletion(() -> followers.remove(follower));
        follower.onError(problem -> followers.remove(follower));
        followers.add(follower);
        tell(follower);
        if (teller.isShutdown()) {
            follower.complete();
        }
        return follower;
    }

    private void changed() {
        if (!teller.isShutdown() && untold.compareAndSet(false, true)) {
            teller.execute(() -> {
                untold.set(false);
                followers.forEach(this::tell);
            });
        }
    }

    private void tell(SseEmitter follower) {
        try {
            follower.send(SseEmitter.event().data("changed"));
        } catch (IOException | IllegalStateException gone) {
            followers.remove(follower);
        }
    }

    /** An open page would hold up the end of the process otherwise. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        teller.shutdown();
        followers.forEach(SseEmitter::complete);
    }
}
