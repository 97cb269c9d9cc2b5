package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ClientRegister;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Sentence;
import dev.beforehand.money.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in a file of invoices: twice through the file, first to learn how it is written, then to keep what it says. */
@Service
class InvoicesFile {

    private static final Logger log = LoggerFactory.getLogger(InvoicesFile.class);
    private static final long PROGRESS = 100_000;
    private static final List<Field> NEEDED = List.of(Field.NUMBER, Field.CLIENT, Field.DUE, Field.TOTAL);

    private final InvoiceTable invoices;
    private final ClientRegister clients;
    private final TransactionOperations transactions;
    private final LedgerSettings settings;
    private final LedgerPlace place;
    private final Clock clock;

    InvoicesFile(
            InvoiceTable invoices,
            ClientRegister clients,
            TransactionOperations transactions,
            LedgerSettings settings,
            LedgerPlace place,
            Clock clock) {
        this.invoices = invoices;
        this.clients = clients;
        this.transactions = transactions;
        this.settings = settings;
        this.place = place;
        this.clock = clock;
    }

    /**
     * Takes in a file that has to have all that is open.
     *
     * @throws LedgerRefused where nothing of the file was taken in
     */
    LedgerReport take(Path path) throws IOException {
        return run(path, true, false, refusal -> {}).report();
    }

    /**
     * Takes in rows beside the file that has all.
     *
     * @throws LedgerRefused where nothing of the file was taken in
     */
    LedgerReport add(Path path) throws IOException {
        return run(path, false, false, refusal -> {}).report();
    }

    /**
     * Says what {@link #take} or {@link #add} would do, and changes nothing.
     *
     * @param whole whether the file has to have all that is open
     * @param refused is told of every row that cannot be read
     * @throws LedgerRefused where nothing of the file would be taken in
     */
    InvoicesPreview preview(Path path, boolean whole, Consumer<Refusal> refused) throws IOException {
        var run = run(path, whole, true, refused);
        return new InvoicesPreview(run.report(), run.batch.reopened(), run.sums.amounts(), run.sums.open());
    }

    /** What an import of the file would do. */
    record InvoicesPreview(LedgerReport report, long reopened, Totals amounts, Totals open) {}

    private Run run(Path path, boolean whole, boolean preview, Consumer<Refusal> refused) throws IOException {
        var today = LocalDate.now(clock);
        var table = table(path);
        var run = new Run(table, Conventions.of(table, settings, today.getYear()), today, preview, refused);
        table.forEach(table.columns().of(), run::take);
        run.batch.flush();
        run.missing = whole ? run.batch.markMissing(run.seen) : 0;
        return run;
    }

    private CsvTable table(Path path) throws IOException {
        var table = CsvTable.open(path, Field.values(), NEEDED, settings.columns());
        return table.with(oneMeaning(table.columns()));
    }

    /**
     * Stripe calls what was due at first 'Amount Due', and others what is left; beside what was paid the former is meant. A
     * balance that stands for the total has lost what was paid already.
     */
    private static Columns oneMeaning(Columns columns) {
        if (!columns.has(Field.PAID)) {
            return columns;
        }
        if (columns.has(Field.BALANCE)) {
            return isAmountDue(columns.header(Field.BALANCE)) ? columns.without(Field.BALANCE) : columns;
        }
        var total = Heading.plain(columns.header(Field.TOTAL));
        return Field.BALANCE.synonyms().contains(total) && !isAmountDue(total) ? columns.without(Field.PAID) : columns;
    }

    private static boolean isAmountDue(String header) {
        return Heading.plain(header).equals("amountdue");
    }

    /** One reading of one file. */
    private final class Run {

        private final CsvTable table;
        private final InvoiceReader reader;
        private final InvoiceBatch batch;
        private final Refusals refusals;
        private final InvoiceSums sums = new InvoiceSums();
        private final long start = System.nanoTime();
        private final SeenNumbers seen = new SeenNumbers();
        private final boolean hasLines;
        private long rows;
        private long leftOut;
        private long missing;

        Run(CsvTable table, Conventions conventions, LocalDate today, boolean preview, Consumer<Refusal> refused) {
            var currencies = new Currencies(place.currency());
            var cells = new CellReader(conventions, currencies, today.getYear());
            this.table = table;
            this.reader = new InvoiceReader(cells, new Words(settings.statuses()), currencies, today);
            this.batch = new InvoiceBatch(invoices, clients, transactions, today, preview);
            this.refusals = new Refusals(table.file(), refused);
            this.hasLines = table.columns().has(Field.LINE);
        }

        void take(Row row) {
            if (++rows % PROGRESS == 0) {
                log.info("{}: {} rows read.", table.file(), rows);
            }
            try {
                take(reader.read(row));
            } catch (RowRefused refused) {
                refusals.add(row.line(), refused);
            }
        }

        private void take(@Nullable LedgerInvoice invoice) {
            if (invoice == null) {
                leftOut++;
                return;
            }
            long first = seen.firstLine(invoice);
            if (first == 0) {
                batch.add(invoice);
                sums.add(invoice);
            } else if (hasLines && seen.sameAsFirst(invoice)) {
                leftOut++;
            } else {
                refusals.add(
                        invoice.line(),
                        Field.NUMBER,
                        invoice.number(),
                        new Sentence("ledger.remedy.doubled", Map.of("first", first)));
            }
        }

        LedgerReport report() {
            return new LedgerReport(
                    table.file(),
                    null,
                    rows,
                    batch.added(),
                    batch.changed(),
                    batch.unchanged(),
                    leftOut,
                    refusals.count(),
                    refusals.first(),
                    missing,
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
