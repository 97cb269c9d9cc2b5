package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.database.TestDatabases;
import dev.beforehand.reminders.LetterSink.Step;
import dev.beforehand.reminders.LetterSink.Taken;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several instances of Beforehand that share one PostgreSQL. */
class InstancesTests {

    private static final int LETTERS = 120;

    private final String url = TestDatabases.postgresUrl();
    private final JdbcClient jdbc = CrashTests.ledger(url, "postgresql", LETTERS);

    @Test
    void twoThatSendTheSameLettersAtOnceSendEachOnce() throws Exception {
        try (var sink = new LetterSink(step -> {});
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> instance(sink, 0));
            var other = threads.submit(() -> instance(sink, 0));
            one.get().close();
            other.get().close();

            assertThat(sink.taken).extracting(Taken::to).hasSize(LETTERS).doesNotHaveDuplicates();
            assertThat(sink.taken).extracting(Taken::messageId).doesNotHaveDuplicates();
            assertThat(states()).containsExactly("SENT");
        }
    }

    @Test
    void oneThatIsSlowIsTakenForDeadAndItsLetterIsSentByNobodyElse() throws Exception {
        var slow = new CountDownLatch(1);
        var first = new AtomicBoolean(true);
        try (var sink = new LetterSink(step -> {
                    if (step == Step.TAKEN && first.compareAndSet(true, false)) {
                        wait(slow);
                    }
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> instance(sink, 0));
            await().until(() -> sink.taken.size() == 1);

            var other = instance(sink, Leftovers.LEASE.plusMinutes(1).toMinutes());
            assertThat(other.getBean(Reminders.class).waitingForAPerson(5, 0))
                    .extracting(Reminder::messageId)
                    .containsExactly(sink.taken.getFirst().messageId());
            slow.countDown();
            one.get().close();
            other.close();

            assertThat(sink.taken).extracting(Taken::messageId).hasSize(LETTERS).doesNotHaveDuplicates();
            assertThat(states())
                    .as("the slow one said after all that it arrived")
                    .containsExactly("SENT");
        }
    }

    private List<String> states() {
        return jdbc.sql("select distinct state from reminder")
                .query(String.class)
                .list();
    }

    /** Comes back when it has sent what it could. */
    private ConfigurableApplicationContext instance(LetterSink sink, long minutesLater) {
        return new SpringApplicationBuilder(LettersRun.class)
                .web(WebApplicationType.NONE)
                .run(LettersRun.properties(url, sink.port(), minutesLater).toArray(String[]::new));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
