package dev.beforehand.reminders;

import dev.beforehand.reminders.Handover.Tried;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of letters, those of one moment in one transaction: the disk is waited for once. Safe for many
 * threads.
 */
final class Outcomes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    /** So long an outcome waits for others; a crash meanwhile leaves it unknown. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final Handover handover;
    private final Consumer<Tried> written;
    private final Consumer<Tried> lost;
    private final BlockingQueue<Tried> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean expected = new AtomicBoolean();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param written is told of each that stands in the database
     * @param lost of each that could not be written down
     */
    Outcomes(Handover handover, Consumer<Tried> written, Consumer<Tried> lost) {
        this.handover = handover;
        this.written = written;
        this.lost = lost;
    }

    /** Comes back at once. */
    void add(Tried tried) {
        waiting.add(tried);
        if (expected.compareAndSet(false, true)) {
            writer.schedule(this::writeWaiting, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Comes back when all stands in the database that was added before. */
    @Override
    public void close() {
        writer.execute(this::writeWaiting);
        writer.close();
    }

    private void writeWaiting() {
        expected.set(false);
        var together = new ArrayList<Tried>();
        waiting.drainTo(together);
        if (!together.isEmpty()) {
            write(together);
        }
    }

    private void write(List<Tried> together) {
        try {
            handover.end(together);
            together.forEach(written);
        } catch (RuntimeException | Error e) {
            together.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Tried tried) {
        try {
            handover.end(List.of(tried));
            written.accept(tried);
        } catch (RuntimeException | Error e) {
            log.error(
                    "What became of letter {} could not be written down; a person is asked soon.",
                    tried.begun().id(),
                    e);
            lost.accept(tried);
        }
    }
}
