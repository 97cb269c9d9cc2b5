package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientRegister;
import dev.beforehand.invoices.ledger.InvoiceTable.OpenNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gathers the invoices of one import and writes them some thousands at a time, each time in a transaction of its own: short,
 * so that nobody waits long for it. After a crash the file is imported again, and what was written is found unchanged.
 */
final class InvoiceBatch {

    private static final int SIZE = 5_000;
    private static final int CLIENTS_REMEMBERED = 200_000;

    private final InvoiceTable invoices;
    private final ClientRegister clients;
    private final TransactionOperations transactions;
    private final LocalDate today;
    private final boolean firstImport;

    private final List<LedgerInvoice> rows = new ArrayList<>(SIZE);
    private final Map<String, ClientId> clientIds = new HashMap<>();
    private long added;
    private long changed;
    private long unchanged;

    InvoiceBatch(InvoiceTable invoices, ClientRegister clients, TransactionOperations transactions, LocalDate today) {
        this.invoices = invoices;
        this.clients = clients;
        this.transactions = transactions;
        this.today = today;
        this.firstImport = invoices.isEmpty();
    }

    void add(LedgerInvoice row) {
        rows.add(row);
        if (rows.size() == SIZE) {
            flush();
        }
    }

    void flush() {
        if (!rows.isEmpty()) {
            transactions.executeWithoutResult(transaction -> write());
            rows.clear();
        }
    }

    private void write() {
        rememberClients();
        var known = firstImport ? Map.<String, StoredInvoice>of() : invoices.known(rows);
        var fresh = new ArrayList<StoredInvoice>(rows.size());
        var different = new ArrayList<StoredInvoice>();
        for (var row : rows) {
            var before = known.get(row.key());
            var client = Objects.requireNonNull(clientIds.get(row.client()));
            if (before == null) {
                fresh.add(StoredInvoice.of(row, client, today));
            } else {
                var after = before.with(row, client, today);
                if (!after.equals(before)) {
                    different.add(after);
                }
            }
        }
        invoices.add(fresh);
        invoices.change(different);
        added += fresh.size();
        changed += different.size();
        unchanged += rows.size() - fresh.size() - different.size();
    }

    private void rememberClients() {
        if (clientIds.size() > CLIENTS_REMEMBERED) {
            clientIds.clear();
        }
        var unknown = new HashSet<String>();
        for (var row : rows) {
            if (!clientIds.containsKey(row.client())) {
                unknown.add(row.client());
            }
        }
        clientIds.putAll(clients.idsOf(unknown));
    }

    long added() {
        return added;
    }

    long changed() {
        return changed;
    }

    long unchanged() {
        return unchanged;
    }

    /**
     * Marks the open invoices that a whole reading did not have: whether those are paid, nobody knows.
     *
     * @return how many there are
     */
    long markMissing(SeenNumbers seen) {
        if (firstImport) {
            return 0;
        }
        long missing = 0;
        long after = 0;
        List<OpenNumber> page;
        do {
            page = invoices.openAfter(after, today, SIZE);
            var changed = page.stream()
                    .filter(open -> open.missing() == seen.has(open.key()))
                    .toList();
            if (!changed.isEmpty()) {
                transactions.executeWithoutResult(transaction -> invoices.turnMissing(changed));
            }
            missing += page.stream().filter(open -> !seen.has(open.key())).count();
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == SIZE);
        return missing;
    }
}
