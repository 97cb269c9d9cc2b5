package dev.beforehand.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Lets the transactions of this process write to SQLite one after the other, first come first served. SQLite itself lets
 * them try again after growing pauses, and under load one of them may wait for seconds while others overtake it.
 */
final class SqliteTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final transient Semaphore writer = new Semaphore(1, true);

    SqliteTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        await();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            writer.release();
            throw e;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            writer.release();
        }
    }

    private void await() {
        try {
            if (writer.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CannotCreateTransactionException("Another transaction has been writing for too long; nothing was"
                + " changed. A transaction within a transaction would wait like this for ever.");
    }
}
