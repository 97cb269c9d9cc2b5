package dev.beforehand.invoices.ledger;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
            throw new LedgerRefused(file() + " was not imported: it breaks off as CSV in or before line " + rows.line()
                    + ". A quotation mark that is opened there and never closed is the usual reason.");
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
                throw new LedgerRefused(file() + " was not imported: beforehand.ledger.columns." + heading.setting()
                        + " names the column '" + chosen.get(heading.setting()) + "', and the file has only "
                        + found() + ".");
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
        var file = path.getFileName();
        if (best == null || best.columns.headers().size() < 2) {
            return new LedgerRefused(file + " was not imported: none of its first " + TITLES
                    + " lines is a header with columns for " + words(needed) + ". Export it as CSV, in UTF-8.");
        }
        var missing = best.columns.missing(needed);
        return new LedgerRefused(file + " was not imported: line " + best.headerLine + " has no column for "
                + words(missing) + ". Its headers are " + best.found() + ". Name the column: "
                + missing.stream()
                        .map(heading -> "beforehand.ledger.columns." + heading.setting() + "=<header>")
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static String words(List<? extends Heading> headings) {
        return headings.stream().map(Heading::words).collect(Collectors.joining(", "));
    }

    private String found() {
        return columns.headers().stream()
                .limit(40)
                .map(header -> "'" + Refusals.shown(header) + "'")
                .collect(Collectors.joining(", "));
    }
}
