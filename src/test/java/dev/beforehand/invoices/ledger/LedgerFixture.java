package dev.beforehand.invoices.ledger;

import dev.beforehand.TestFolders;
import dev.beforehand.clients.ClientDirectory;
import dev.beforehand.clients.ClientRegister;
import dev.beforehand.invoices.LedgerReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports files with any settings, in tests. */
@TestComponent
class LedgerFixture {

    static final LedgerSettings NO_SETTINGS = settings(null, null, Map.of(), Map.of());

    private final JdbcTemplate jdbc;
    private final ClientRegister register;
    private final ClientDirectory directory;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Path folder;

    /** With files that settle sooner than real ones. */
    static LedgerSettings settings(
            @Nullable DateOrder dateOrder,
            @Nullable DecimalMark decimals,
            Map<String, String> columns,
            Map<String, InvoiceStatus> statuses) {
        return new LedgerSettings(dateOrder, decimals, columns, statuses, Duration.ofMillis(300));
    }

    LedgerFixture(
            JdbcTemplate jdbc,
            ClientRegister register,
            ClientDirectory directory,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.directory = directory;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.folder = TestFolders.make("ledger");
    }

    Path folder() {
        return folder;
    }

    LedgerReport invoices(String... lines) {
        return invoices(NO_SETTINGS, lines);
    }

    LedgerReport invoices(LedgerSettings settings, String... lines) {
        return invoices(settings, write("invoices.csv", String.join("\n", lines)));
    }

    LedgerReport invoices(LedgerSettings settings, Path file) {
        try {
            return invoicesFile(settings).take(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process dies when it has written so many times. */
    void invoicesThatDie(Path file, int writes) throws IOException {
        var left = new AtomicInteger(writes);
        TransactionOperations dying = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (left.getAndDecrement() == 0) {
                    throw new IllegalStateException("The process died.");
                }
                return transactions.execute(action);
            }
        };
        invoicesFile(NO_SETTINGS, dying).take(file);
    }

    LedgerReport clients(String... lines) {
        try {
            return clientsFile(NO_SETTINGS).take(write("clients.csv", String.join("\n", lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InvoicesFile invoicesFile(LedgerSettings settings) {
        return invoicesFile(settings, transactions);
    }

    private InvoicesFile invoicesFile(LedgerSettings settings, TransactionOperations transactions) {
        var place = new LedgerPlace(null, CurrencyUnit.EUR);
        return new InvoicesFile(new InvoiceTable(jdbc), register, transactions, settings, place, clock);
    }

    ClientsFile clientsFile(LedgerSettings settings) {
        return new ClientsFile(directory, transactions, settings);
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
