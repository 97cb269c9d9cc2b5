package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ClientDirectory;
import dev.beforehand.clients.ClientDirectory.Kept;
import dev.beforehand.clients.ClientFacts;
import dev.beforehand.clients.ClientWords;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in a file of clients. */
@Service
class ClientsFile {

    private static final int AT_ONCE = 200;
    private static final List<ClientField> NEEDED = List.of(ClientField.NAME);

    private final ClientDirectory directory;
    private final TransactionOperations transactions;
    private final LedgerSettings settings;

    ClientsFile(ClientDirectory directory, TransactionOperations transactions, LedgerSettings settings) {
        this.directory = directory;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** @throws LedgerRefused where nothing of the file was taken in */
    LedgerReport take(Path path) throws IOException {
        return run(path, waiting -> transactions.execute(transaction -> kept(waiting, directory::keep)), refusal -> {});
    }

    /**
     * Says what {@link #take} would do, and changes nothing.
     *
     * @param refused is told of every row that cannot be read
     * @throws LedgerRefused where nothing of the file would be taken in
     */
    LedgerReport preview(Path path, Consumer<Refusal> refused) throws IOException {
        return run(path, waiting -> kept(waiting, directory::compare), refused);
    }

    private LedgerReport run(Path path, Function<List<ClientFacts>, List<Kept>> keep, Consumer<Refusal> refused)
            throws IOException {
        long start = System.nanoTime();
        var table = CsvTable.open(path, ClientField.values(), NEEDED, settings.columns());
        var run = new Run(table, keep, refused);
        table.forEach(table.columns().of(), run::take);
        run.flush();
        return run.report(Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<Kept> kept(List<ClientFacts> facts, Function<ClientFacts, Kept> keep) {
        return facts.stream().map(keep).toList();
    }

    /** One reading of one file. */
    private final class Run {

        private final CsvTable table;
        private final Function<List<ClientFacts>, List<Kept>> keep;
        private final ClientReader reader;
        private final Refusals refusals;
        private final Map<String, Long> seen = new HashMap<>();
        private final List<ClientFacts> waiting = new ArrayList<>();
        private final Map<Kept, Long> kept = new EnumMap<>(Kept.class);
        private long rows;

        Run(CsvTable table, Function<List<ClientFacts>, List<Kept>> keep, Consumer<Refusal> refused) {
            this.table = table;
            this.keep = keep;
            this.reader = new ClientReader(table.columns());
            this.refusals = new Refusals(table.file(), refused);
        }

        void take(Row row) {
            rows++;
            try {
                var facts = reader.read(row);
                var first = seen.putIfAbsent(ClientWords.key(facts.name()), row.line());
                if (first != null) {
                    throw new RowRefused(
                            ClientField.NAME, facts.name(), "ledger.remedy.doubled", Map.of("first", first));
                }
                waiting.add(facts);
            } catch (RowRefused refused) {
                refusals.add(row.line(), refused);
            }
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            keep.apply(waiting).forEach(each -> kept.merge(each, 1L, Long::sum));
            waiting.clear();
        }

        LedgerReport report(Duration took) {
            return new LedgerReport(
                    table.file(),
                    null,
                    rows,
                    kept.getOrDefault(Kept.NEW, 0L),
                    kept.getOrDefault(Kept.CHANGED, 0L),
                    kept.getOrDefault(Kept.UNCHANGED, 0L),
                    0,
                    refusals.count(),
                    refusals.first(),
                    0,
                    took);
        }
    }
}
