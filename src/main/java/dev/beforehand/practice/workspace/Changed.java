package dev.beforehand.practice.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells those who watch that something in practice is different now: a message, a view, a letter, the day. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Changed {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param listener is called on the thread that made the change, and must not wait */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void tell() {
        listeners.forEach(Runnable::run);
    }
}
