package dev.beforehand.invoices.ledger;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.beforehand.letters.Sentence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file whose header was recognised. It is read from the disk each time, row by row, within little memory.
 *
 * @param headerLine the rows begin behind it; an export may have titles before it
 */
record CsvTable(Path path, char separator, long headerLine, Columns columns) {

    private static final int HEAD = 64 * 1024;
    private static final int LONGEST_FIELD = 256 * 1024;
    private static final int TITLES = 20;
    private static final String COLUMNS = "beforehand.ledger.columns.";
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /**
     * @param needed the headings without which nothing can be read
     * @throws LedgerRefused where no line among the first is a header
     */
    static <H extends Enum<H> & Heading> CsvTable open(
            Path path, H[] headings, List<H> needed, Map<String, String> chosen) throws IOException {
        var head = head(path);
        CsvTable best = null;
        for (char separator : SEPARATORS) {
            for (var line : firstRecords(path, head, separator)) {
                var columns = Columns.recognise(line.getFields(), headings, chosen);
                var table = new CsvTable(path, separator, line.getStartingLineNumber(), columns);
                if (columns.missing(needed).isEmpty()) {
                    return table.checked(headings, chosen);
                }
                best = table.betterThan(best) ? table : best;
            }
        }
        throw noHeader(path, best, needed);
    }

    CsvTable with(Columns others) {
        return new CsvTable(path, separator, headerLine, others);
    }

    String file() {
        return path.getFileName().toString();
    }

    /** Hands over every row; the same object each time. */
    void forEach(int[] wanted, Consumer<Row> use) {
        var rows = new RowReader(columns.headers().size(), wanted);
        try (var csv = reader(separator).build(rows, Files.newInputStream(path))) {
            for (var row : csv) {
                if (row.line() > headerLine) {
                    use.accept(row);
                }
            }
        } catch (CsvParseException e) {
            throw new LedgerRefused(
                    new Sentence("ledger.problem.breaks-off", Map.of("file", file(), "line", rows.line())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (var file = Files.newInputStream(path)) {
            return file.readNBytes(HEAD);
        }
    }

    private static List<CsvRecord> firstRecords(Path path, byte[] head, char separator) throws IOException {
        var records = new ArrayList<CsvRecord>();
        InputStream bytes = new ByteArrayInputStream(head);
        try (var csv = reader(separator).ofCsvRecord(bytes)) {
            for (var record : csv) {
                if (records.size() == TITLES) {
                    break;
                }
                records.add(record);
            }
        } catch (CsvParseException e) {
            // What stands before the place that is no CSV may still be a header.
        }
        return records;
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_FIELD);
    }

    private <H extends Enum<H> & Heading> CsvTable checked(H[] headings, Map<String, String> chosen) {
        for (var heading : headings) {
            if (chosen.containsKey(heading.setting()) && !columns.has(heading)) {
                throw new LedgerRefused(new Sentence(
                        "ledger.problem.chosen-column",
                        Map.of(
                                "file",
                                file(),
                                "setting",
                                COLUMNS + heading.setting(),
                                "column",
                                Objects.requireNonNull(chosen.get(heading.setting())),
                                "found",
                                found())));
            }
        }
        return this;
    }

    private boolean betterThan(@Nullable CsvTable other) {
        return other == null
                || columns.recognised() > other.columns.recognised()
                || (columns.recognised() == other.columns.recognised()
                        && columns.headers().size() > other.columns.headers().size());
    }

    private static <H extends Enum<H> & Heading> LedgerRefused noHeader(
            Path path, @Nullable CsvTable best, List<H> needed) {
        var file = path.getFileName().toString();
        if (best == null || best.columns.headers().size() < 2) {
            return new LedgerRefused(new Sentence(
                    "ledger.problem.no-header", Map.of("file", file, "lines", TITLES, "columns", words(needed))));
        }
        var missing = best.columns.missing(needed);
        return new LedgerRefused(new Sentence(
                "ledger.problem.no-column",
                Map.of(
                        "file",
                        file,
                        "line",
                        best.headerLine,
                        "columns",
                        words(missing),
                        "found",
                        best.found(),
                        "settings",
                        missing.stream()
                                .map(heading -> COLUMNS + heading.setting() + "=<header>")
                                .toList())));
    }

    private static List<Sentence> words(List<? extends Heading> headings) {
        return headings.stream().map(Heading::words).toList();
    }

    private List<String> found() {
        return columns.headers().stream()
                .limit(40)
                .map(header -> "'" + Refusals.shown(header) + "'")
                .toList();
    }
}
