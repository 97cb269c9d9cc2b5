package dev.beforehand.slack;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The one thread that posts and updates messages. It wakes when an errand was added here, and looks every second for those
 * of other instances and those whose time has come.
 */
@Component
class Sender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;
    /** So many wait for Slack's pace that those behind them would wait for it, too. */
    private static final int ENOUGH = 20;

    private final Errands errands;
    private final OpenProblems problems;
    private final SenderLease lease;
    private final Dispatch dispatch;
    private final Pacing pacing;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    Sender(Errands errands, OpenProblems problems, SenderLease lease, Dispatch dispatch, Pacing pacing) {
        this.errands = errands;
        this.problems = problems;
        this.lease = lease;
        this.dispatch = dispatch;
        this.pacing = pacing;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wake(Errands.Added added) {
        wakes.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("slack-sender").start(this::run);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Lets the call end that it is making. */
    @Override
    public void stop() {
        running = false;
        wakes.release();
        if (thread != null) {
            join(thread);
        }
    }

    private void run() {
        var pause = Duration.ZERO;
        while (running && sleep(pause)) {
            pause = work();
        }
    }

    /** @return how long there is nothing to do; zero where something was done */
    Duration work() {
        try {
            if (!errands.areDue() || !lease.take()) {
                return POLL;
            }
            try {
                return sendAll();
            } finally {
                lease.release();
            }
        } catch (RuntimeException e) {
            log.error("The sender of Slack's messages failed, and goes on in a second.", e);
            return POLL;
        }
    }

    /** Begins again where something was added that somebody may wait for, or where something has its turn again. */
    private Duration sendAll() {
        var pause = POLL;
        int waiting = 0;
        int done = 0;
        pacing.beginRound();
        for (var errand : errands.due(AT_ONCE)) {
            if (!running || problems.restsUntil(OpenProblems.WORKSPACE).isPresent() || !hasLease()) {
                return POLL;
            }
            var wait = dispatch.send(errand);
            if (wait.isPositive()) {
                pause = wait.compareTo(pause) < 0 ? wait : pause;
                waiting++;
            } else {
                done++;
            }
            if (waiting == ENOUGH || errand.inDoubtSince() != null || wakes.availablePermits() > 0) {
                break;
            }
        }
        return done > 0 ? Duration.ZERO : pause;
    }

    private boolean hasLease() {
        return lease.isFresh() || lease.take();
    }

    private boolean sleep(Duration pause) {
        try {
            if (wakes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                wakes.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(25));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
