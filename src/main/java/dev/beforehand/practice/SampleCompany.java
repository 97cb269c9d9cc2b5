package dev.beforehand.practice;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The ledger of the practice company: four months of invoices before the practice day and six weeks of what is to come, the
 * same for the same day. It is made of {@code practice/sample/companies.csv}, which says how each client pays.
 */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class SampleCompany implements SmartInitializingSingleton {

    private static final String COMPANIES = "/practice/sample/companies.csv";
    private static final int DAYS_BEFORE = 115;
    private static final int DAYS_AFTER = 45;
    private static final int FIRST_NUMBER = 2041;
    private static final String[] CLIENT_COLUMNS = {
        "Name",
        "Contact e-mail",
        "Contact name",
        "Account manager's e-mail",
        "Account manager's name",
        "Language",
        "Time zone",
        "Country",
        "CC",
        "Region",
        "Tag",
        "Pay run",
        "Purchase order",
        "Letters",
        "Statement",
        "Salutation",
        "Thanks"
    };

    private final String ledger;
    private final String own;
    private final Clock clock;

    /** @param own where the sample company's ledger is */
    SampleCompany(
            @Value("${beforehand.ledger:}") String ledger,
            @Value("${beforehand.practice.ledger}") String own,
            Clock clock) {
        this.ledger = ledger;
        this.own = own;
        this.clock = clock;
    }

    /** Never over the files of somebody who named their own ledger; before anyone reads them. */
    @Override
    public void afterSingletonsInstantiated() {
        if (ledger.equals(own)) {
            write(Path.of(ledger), LocalDate.now(clock));
        }
    }

    /** Writes {@code clients.csv} and {@code invoices.csv} as they are on that day. */
    static void write(Path folder, LocalDate today) {
        try {
            Files.createDirectories(folder);
            var companies = companies();
            writeClients(folder.resolve("clients.csv"), companies);
            var file = folder.resolve("invoices.csv");
            writeInvoices(file, invoices(companies, today));
            // It tells already what is paid on the days to come; so a promise of those days can be found broken.
            Files.setLastModifiedTime(
                    file,
                    FileTime.from(
                            today.plusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample company cannot be written to " + folder + ".", e);
        }
    }

    private static List<NamedCsvRecord> companies() throws IOException {
        InputStream file = Objects.requireNonNull(SampleCompany.class.getResourceAsStream(COMPANIES));
        try (var csv = CsvReader.builder()
                .fieldSeparator(';')
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static List<SampleInvoice> invoices(List<NamedCsvRecord> companies, LocalDate today) {
        var invoices = new ArrayList<SampleInvoice>();
        for (int i = 0; i < companies.size(); i++) {
            var company = companies.get(i);
            int every = Integer.parseInt(company.getField("every"));
            // Not all clients are invoiced on the same day.
            var day = today.minusDays(DAYS_BEFORE).plusDays(i * 5L % every);
            for (int n = 0; !day.isAfter(today.plusDays(DAYS_AFTER)); n++) {
                invoices.add(SampleInvoice.of(company, day, i * 31 + n, today));
                day = day.plusDays(every);
            }
        }
        invoices.sort(Comparator.comparing(SampleInvoice::issuedOn));
        return invoices;
    }

    private static void writeClients(Path file, List<NamedCsvRecord> companies) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(CLIENT_COLUMNS);
            for (var company : companies) {
                var record = new ArrayList<String>();
                for (var column : CLIENT_COLUMNS) {
                    record.add(company.getField(column));
                }
                csv.writeRecord(record);
            }
        }
    }

    private static void writeInvoices(Path file, List<SampleInvoice> invoices) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "Number",
                    "Client",
                    "Invoice date",
                    "Due date",
                    "Currency",
                    "Total",
                    "Amount paid",
                    "Settled date",
                    "Disputed");
            int number = FIRST_NUMBER;
            for (var invoice : invoices) {
                csv.writeRecord(
                        "INV-" + number++,
                        invoice.client(),
                        invoice.issuedOn().toString(),
                        invoice.dueOn().toString(),
                        invoice.currency().getCode(),
                        invoice.total().toPlainString(),
                        invoice.paid() == null ? "" : invoice.paid().toPlainString(),
                        invoice.settledOn() == null ? "" : invoice.settledOn().toString(),
                        invoice.disputed() ? "yes" : "no");
            }
        }
    }

    /** @param paid so far, where the client has paid a part */
    private record SampleInvoice(
            String client,
            LocalDate issuedOn,
            LocalDate dueOn,
            CurrencyUnit currency,
            BigDecimal total,
            @Nullable BigDecimal paid,
            @Nullable LocalDate settledOn,
            boolean disputed) {

        static SampleInvoice of(NamedCsvRecord company, LocalDate issuedOn, int seed, LocalDate today) {
            var dueOn = issuedOn.plusDays(Integer.parseInt(company.getField("terms")));
            var currency = CurrencyUnit.of(company.getField("currency"));
            var total = amount(company.getField("amount"), 60 + seed * 37 % 81, currency);
            var quirk = company.getField("quirk");
            boolean overdue = dueOn.isBefore(today);
            boolean disputed = quirk.equals("disputed") && overdue && !dueOn.isBefore(today.minusDays(21));
            var settledOn = disputed ? null : settledOn(company.getField("pays"), issuedOn, dueOn, seed);
            boolean open = !issuedOn.isAfter(today) && (settledOn == null || settledOn.isAfter(today));
            var paid = quirk.equals("part") && overdue && open ? amount(total.toPlainString(), 40, currency) : null;
            return new SampleInvoice(
                    company.getField("Name"), issuedOn, dueOn, currency, total, paid, settledOn, disputed);
        }

        private static BigDecimal amount(String whole, int percent, CurrencyUnit currency) {
            return new BigDecimal(whole)
                    .multiply(BigDecimal.valueOf(percent))
                    .movePointLeft(2)
                    .setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        }

        /** A habit is kept give or take three days; nobody pays before the invoice has come. */
        private static @Nullable LocalDate settledOn(String pays, LocalDate issuedOn, LocalDate dueOn, int seed) {
            if (pays.isEmpty()) {
                return null;
            }
            var day = dueOn.plusDays(Integer.parseInt(pays) + seed * 11 % 7 - 3);
            return day.isAfter(issuedOn) ? day : issuedOn.plusDays(1);
        }
    }
}
