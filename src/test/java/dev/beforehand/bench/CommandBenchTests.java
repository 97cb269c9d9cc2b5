package dev.beforehand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.Beforehand;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.slack.SignedSlack;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** {@code /invoices} whole: signed, over HTTP, remembered, searched, rendered and answered, under twenty callers at once. */
@Tag("bench")
@SpringBootTest(classes = Beforehand.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class CommandBenchTests {

    private static final int INVOICES = 1_000_000;
    private static final int CALLERS = 20;
    private static final int CALLS = 4_000;

    @Autowired
    DataSource database;

    @Autowired
    InvoiceSearch search;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
        registry.add("beforehand.slack.bot-token", () -> "xoxb-bench");
        registry.add("beforehand.slack.signing-secret", () -> SignedSlack.SECRET);
        registry.add("beforehand.slack.api-url", () -> "http://localhost:9/api/");
        registry.add("beforehand.digest.time", () -> "23:59:58");
        registry.add("beforehand.reminders.time", () -> "23:59:59");
    }

    @Test
    void commandsUnderTwentyCallers() throws Exception {
        BulkLedger.fill(database, 20_000, INVOICES, 100_000);
        var slack = new SignedSlack(port, clock);
        var random = new Random(11);
        var alone = Timings.of(
                500, i -> search.find(BulkLedger.number(1 + random.nextInt(INVOICES)), BulkLedger.TODAY, 10));
        calls(slack, "warm-up", CALLS / 4);
        PeakHeap.reset();

        long start = System.nanoTime();
        var whole = calls(slack, "measured", CALLS);
        double seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                "BENCH /invoices whole over HTTP, %d callers: %s, %.0f a second; the look-up alone: %s; peak heap %d MiB%n",
                CALLERS, whole, CALLS / seconds, alone, PeakHeap.mebibytes());
    }

    private Timings calls(SignedSlack slack, String run, int calls) throws Exception {
        var nanos = new long[calls];
        var next = new AtomicInteger();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.submit(() -> {
                    for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                        var number = BulkLedger.number(1 + i * 7919 % INVOICES);
                        long start = System.nanoTime();
                        var answer = slack.command(number, run + i);
                        nanos[i] = System.nanoTime() - start;
                        assertThat(answer.body()).contains(number);
                    }
                    return null;
                });
            }
        }
        assertThat(nanos).doesNotContain(0);
        return Timings.ofAll(nanos);
    }
}
