package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    List<NamedCsvRecord> clients;
    List<NamedCsvRecord> invoices;

    @BeforeEach
    void write() throws IOException {
        SampleCompany.write(folder, TODAY);
        clients = read("clients.csv");
        invoices = read("invoices.csv");
    }

    @Test
    void fortyClientsOfThreeAccountManagers() {
        assertThat(clients).hasSize(40);
        assertThat(values(clients, "Account manager's e-mail"))
                .containsOnly("ana@brightwater.example", "ben@brightwater.example", "clara@brightwater.example", "");
        assertThat(values(clients, "Language")).contains("en", "de");
        assertThat(values(clients, "Contact e-mail")).allMatch(mail -> mail.isEmpty() || mail.endsWith(".example"));
        assertThat(clients).extracting(client -> client.getField("Name")).doesNotHaveDuplicates();
    }

    @Test
    void someThreeHundredInvoicesInSeveralCurrencies() {
        assertThat(invoices).hasSizeBetween(270, 360);
        assertThat(values(invoices, "Currency")).containsExactlyInAnyOrder("EUR", "GBP", "USD", "CHF", "JPY");
        assertThat(invoices).extracting(invoice -> invoice.getField("Number")).doesNotHaveDuplicates();
        assertThat(values(clients, "Name")).containsAll(values(invoices, "Client"));
    }

    @Test
    void eachKindOfInvoiceIsThere() {
        var open = invoices.stream().filter(openOn(TODAY)).toList();

        assertThat(open).hasSizeBetween(60, 140);
        assertThat(open)
                .filteredOn(invoice -> date(invoice, "Due date").isBefore(TODAY))
                .hasSizeBetween(20, 60);
        assertThat(open)
                .filteredOn(invoice -> date(invoice, "Due date").isBefore(TODAY.minusDays(60)))
                .isNotEmpty();
        assertThat(open)
                .filteredOn(invoice -> invoice.getField("Disputed").equals("yes"))
                .isNotEmpty();
        assertThat(open)
                .filteredOn(invoice -> !invoice.getField("Amount paid").isEmpty())
                .isNotEmpty();
    }

    @Test
    void theLedgerIsNotOlderThanThePaymentsThatItTells() throws IOException {
        var written = Files.getLastModifiedTime(folder.resolve("invoices.csv")).toInstant();

        assertThat(values(invoices, "Settled date"))
                .filteredOn(day -> !day.isEmpty())
                .allSatisfy(day -> assertThat(LocalDate.parse(day)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())
                        .isBefore(written));
    }

    @Test
    void everyWeekOfAMonthBringsInvoicesThatFallDueAndPayments() {
        for (var week = TODAY; week.isBefore(TODAY.plusDays(35)); week = week.plusDays(7)) {
            var from = week;
            assertThat(invoices)
                    .filteredOn(within(from, "Due date").and(openOn(from.minusDays(7))))
                    .hasSizeGreaterThan(5);
            assertThat(invoices).filteredOn(within(from, "Settled date")).hasSizeGreaterThan(5);
            assertThat(invoices).filteredOn(within(from, "Invoice date")).hasSizeGreaterThan(5);
        }
    }

    @Test
    void itIsTheSameForTheSameDay() throws IOException {
        var before = Files.readString(folder.resolve("invoices.csv"));

        SampleCompany.write(folder, TODAY);

        assertThat(folder.resolve("invoices.csv")).hasContent(before);
    }

    private static Predicate<NamedCsvRecord> within(LocalDate week, String column) {
        return invoice -> !invoice.getField(column).isEmpty()
                && !date(invoice, column).isBefore(week)
                && date(invoice, column).isBefore(week.plusDays(7));
    }

    private static Predicate<NamedCsvRecord> openOn(LocalDate day) {
        return invoice -> !date(invoice, "Invoice date").isAfter(day)
                && (invoice.getField("Settled date").isEmpty()
                        || date(invoice, "Settled date").isAfter(day));
    }

    private static LocalDate date(NamedCsvRecord invoice, String column) {
        return LocalDate.parse(invoice.getField(column));
    }

    private static List<String> values(List<NamedCsvRecord> records, String column) {
        return records.stream()
                .map(record -> record.getField(column))
                .distinct()
                .collect(Collectors.toList());
    }

    private List<NamedCsvRecord> read(String file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return csv.stream().toList();
        }
    }
}
