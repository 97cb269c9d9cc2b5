package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of 100 MB that are no ledger; a minute is far more than they may take, on a slow machine. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GarbageTests {

    private static final int MEGABYTES = 100;
    private static final List<Field> NEEDED = List.of(Field.NUMBER, Field.CLIENT, Field.DUE, Field.TOTAL);

    @TempDir
    Path folder;

    @Test
    void oneLineWithoutAnEnd() throws IOException {
        assertRefused(write("", "A".repeat(1 << 20)));
    }

    @Test
    void separatorsWithoutAnEnd() throws IOException {
        assertRefused(write("", ",".repeat(1 << 20)));
    }

    @Test
    void bytesByChance() throws IOException {
        var random = new Random(1);
        var bytes = new byte[1 << 20];
        random.nextBytes(bytes);
        var file = folder.resolve("invoices.csv");
        try (var out = Files.newOutputStream(file)) {
            fill(out, bytes);
        }

        assertRefused(file);
    }

    @Test
    void aHeaderAndThenOneFieldWithoutAnEnd() throws IOException {
        var file = write("Number,Client,Due,Total\n1,\"Mill", "x\n".repeat(1 << 19));
        var table = CsvTable.open(file, Field.values(), NEEDED, Map.of());

        assertThatThrownBy(() -> Conventions.of(table, LedgerFixture.NO_SETTINGS, 2026))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("breaks off as CSV in or before line 2");
    }

    @Test
    void aHeaderAndThenRowsThatSayNothingAreCountedAndFewAreKept() throws IOException {
        var file = write("Number,Client,Due,Total\n", "\u0001%$,x,y,z\n".repeat((1 << 20) / 10));
        var table = CsvTable.open(file, Field.values(), NEEDED, Map.of());
        var refusals = new Refusals(table.file());
        var rows = new AtomicLong();

        table.forEach(table.columns().of(), row -> {
            rows.incrementAndGet();
            try {
                CellReader.checkText(Field.NUMBER, row.text(Field.NUMBER), 80);
            } catch (RowRefused refused) {
                refusals.add(row.line(), refused);
            }
        });

        assertThat(refusals.count()).isEqualTo(rows.get()).isGreaterThan(5_000_000);
        assertThat(refusals.first()).hasSize(50);
    }

    private static void assertRefused(Path file) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> CsvTable.open(file, Field.values(), NEEDED, Map.of()))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("invoices.csv was not imported: ")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(4_000));
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }

    private Path write(String head, String megabyte) throws IOException {
        var file = folder.resolve("invoices.csv");
        try (var out = Files.newOutputStream(file)) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            fill(out, megabyte.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void fill(OutputStream out, byte[] megabyte) throws IOException {
        for (int i = 0; i < MEGABYTES; i++) {
            out.write(megabyte);
        }
    }
}
