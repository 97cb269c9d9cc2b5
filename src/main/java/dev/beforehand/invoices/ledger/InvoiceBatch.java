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
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gathers the invoices of one import and writes them some thousands at a time, each time in a transaction of its own: short,
 * so that nobody waits long for it. After a crash the file is imported again, and what was written is found unchanged. A
 * preview compares the same invoices with the same rows, and writes nothing.
 */
final class InvoiceBatch {

    private static final int SIZE = 5_000;
    /** Stands in a preview for a client who is yet to be entered. */
    private static final ClientId NEW_CLIENT = new ClientId(0);

    private static final int CLIENTS_REMEMBERED = 200_000;

    private final InvoiceTable invoices;
    private final ClientRegister clients;
    private final TransactionOperations transactions;
    private final LocalDate today;
    private final boolean preview;
    private final boolean firstImport;

    private final List<LedgerInvoice> rows = new ArrayList<>(SIZE);
    private final Map<String, ClientId> clientIds = new HashMap<>();
    private long added;
    private long changed;
    private long unchanged;
    private long reopened;

    InvoiceBatch(
            InvoiceTable invoices,
            ClientRegister clients,
            TransactionOperations transactions,
            LocalDate today,
            boolean preview) {
        this.invoices = invoices;
        this.clients = clients;
        this.transactions = transactions;
        this.today = today;
        this.preview = preview;
        this.firstImport = invoices.isEmpty();
    }

    void add(LedgerInvoice row) {
        rows.add(row);
        if (rows.size() == SIZE) {
            flush();
        }
    }

    void flush() {
        if (rows.isEmpty()) {
            return;
        }
        if (preview) {
            compare();
        } else {
            transactions.executeWithoutResult(transaction -> compare());
        }
        rows.clear();
    }

    private void compare() {
        rememberClients();
        var known = firstImport ? Map.<String, StoredInvoice>of() : invoices.known(rows);
        var fresh = new ArrayList<StoredInvoice>(rows.size());
        var different = new ArrayList<StoredInvoice>();
        for (var row : rows) {
            var before = known.get(row.key());
            var client = clientIds.getOrDefault(row.client(), NEW_CLIENT);
            if (before == null) {
                fresh.add(StoredInvoice.of(row, client, today));
            } else {
                var after = before.with(row, client, today);
                if (!after.equals(before)) {
                    different.add(after);
                    reopened += before.openUntil().isAfter(today)
                                    || !after.openUntil().isAfter(today)
                            ? 0
                            : 1;
                }
            }
        }
        if (!preview) {
            invoices.add(fresh);
            invoices.change(different);
        }
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
        clientIds.putAll(preview ? clients.knownIdsOf(unknown) : clients.idsOf(unknown));
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

    /** How many of the changed were closed before and are open now. */
    long reopened() {
        return reopened;
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
            if (!preview && !changed.isEmpty()) {
                transactions.executeWithoutResult(transaction -> invoices.turnMissing(changed));
            }
            missing += page.stream().filter(open -> !seen.has(open.key())).count();
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == SIZE);
        return missing;
    }
}
