package dev.beforehand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SqliteTransactionsTests {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void empty() {
        jdbc.sql("delete from colleague").update();
    }

    @Test
    void aShortWriteIsNotOvertakenForLongByManyOthers() throws Exception {
        var write = new TransactionTemplate(transactions);
        var begun = new CountDownLatch(1);
        var longest = Duration.ZERO;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // An import: one long transaction on the heels of the other.
            threads.execute(() -> IntStream.range(0, 20)
                    .forEach(chunk -> write.executeWithoutResult(status -> {
                        IntStream.range(0, 2000).forEach(row -> colleague());
                        begun.countDown();
                    })));
            begun.await();
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                write.executeWithoutResult(status -> colleague());
                var took = Duration.ofNanos(System.nanoTime() - start);
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
        }

        assertThat(longest).isLessThan(Duration.ofSeconds(2));
        assertThat(jdbc.sql("select count(*) from colleague")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20 * 2000 + 5);
    }

    @Test
    void aFailedTransactionLetsTheNextOneIn() {
        var write = new TransactionTemplate(transactions);
        IntStream.range(0, 3).forEach(i -> {
            try {
                write.executeWithoutResult(status -> {
                    colleague();
                    throw new IllegalStateException("on purpose");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("on purpose");
            }
        });
        write.executeWithoutResult(status -> colleague());

        assertThat(jdbc.sql("select count(*) from colleague")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void colleague() {
        jdbc.sql("insert into colleague (name) values ('Ana')").update();
    }
}
