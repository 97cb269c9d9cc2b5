package dev.beforehand.slack.setup;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks at all that Beforehand needs, at once and within seconds, and keeps what it found for everybody who asks. */
@Service
class SetupChecks {

    private static final Logger log = LoggerFactory.getLogger(SetupChecks.class);
    /** A finding of just now is as good as a new one. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Executor THREADS =
            work -> Thread.ofVirtual().name("setup-check").start(work);

    private final List<SetupCheck> checks;
    private final SetupRows rows;
    private final Clock clock;

    SetupChecks(List<SetupCheck> checks, SetupRows rows, Clock clock) {
        this.checks = List.copyOf(checks);
        this.rows = rows;
        this.clock = clock;
    }

    /** Looks, where nobody has just done so. Not within a transaction. */
    void look() {
        if (!rows.lookedSince(clock.instant().minus(FRESH))) {
            lookAgain();
        }
    }

    /** Somebody has mended something, and wants to see whether it is good now. */
    void lookAgain() {
        rows.found(findings(), clock.instant());
    }

    private Map<SetupItem, Finding> findings() {
        var looks = new LinkedHashMap<SetupItem, CompletableFuture<Finding>>();
        checks.forEach(check -> looks.put(check.item(), CompletableFuture.supplyAsync(check::look, THREADS)));
        var end = System.nanoTime() + PATIENCE.toNanos();
        var findings = new LinkedHashMap<SetupItem, Finding>();
        looks.forEach((item, look) -> findings.put(item, await(item, look, end - System.nanoTime())));
        return findings;
    }

    private static Finding await(SetupItem item, CompletableFuture<Finding> look, long nanos) {
        try {
            return look.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Finding.unknown("unanswered");
        } catch (ExecutionException e) {
            log.error("The check of {} failed.", item, e);
            return Finding.unknown("unanswered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.unknown("unanswered");
        }
    }
}
