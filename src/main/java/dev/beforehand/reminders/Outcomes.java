package dev.beforehand.reminders;

import dev.beforehand.reminders.Handover.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of letters. Who finds nobody writing does it for all that wait, in one transaction: the disk is
 * waited for once. Safe for many threads.
 */
final class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
    private static final int TOGETHER = 50;

    private final Handover handover;
    private final Consumer<Tried> written;
    private final Consumer<Tried> lost;
    private final Queue<Tried> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param written is told of each that stands in the database
     * @param lost of each that could not be written down
     */
    Outcomes(Handover handover, Consumer<Tried> written, Consumer<Tried> lost) {
        this.handover = handover;
        this.written = written;
        this.lost = lost;
    }

    /** Comes back at once where somebody else is writing, who writes this down as well. */
    void add(Tried tried) {
        waiting.add(tried);
        while (!waiting.isEmpty() && writing.tryLock()) {
            try {
                write(next());
            } finally {
                writing.unlock();
            }
        }
    }

    private List<Tried> next() {
        var next = new ArrayList<Tried>();
        for (var one = waiting.poll(); one != null; one = next.size() < TOGETHER ? waiting.poll() : null) {
            next.add(one);
        }
        return next;
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
