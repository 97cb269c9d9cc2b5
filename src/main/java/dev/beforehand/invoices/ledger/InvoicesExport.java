package dev.beforehand.invoices.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.invoices.LedgerExport;
import dev.beforehand.invoices.OpenInvoices;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Service;

/** Writes invoices in the columns of {@link Field}, by the names under which this ledger's files have them. */
@Service
class InvoicesExport implements LedgerExport {

    /** By it a spreadsheet tells UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final List<Field> FIELDS = List.of(
            Field.NUMBER,
            Field.CLIENT,
            Field.ISSUED,
            Field.DUE,
            Field.CURRENCY,
            Field.TOTAL,
            Field.PAID,
            Field.BALANCE,
            Field.STATUS,
            Field.SETTLED,
            Field.VOIDED,
            Field.DISPUTED);
    private static final String MANAGER = "account manager";

    private final Invoices invoices;
    private final LedgerSettings settings;
    private final Clock clock;

    InvoicesExport(Invoices invoices, LedgerSettings settings, Clock clock) {
        this.invoices = invoices;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Exported write(OpenInvoices which, OutputStream file) throws IOException {
        var today = LocalDate.now(clock);
        var sums = new OpenSums(today);
        try (var text = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            var csv = CsvWriter.builder().build(text);
            csv.writeRecord(headers());
            invoices.each(which, today, line -> {
                csv.writeRecord(cells(line, today));
                sums.add(line.invoice());
            });
            csv.flush();
        }
        return sums.exported();
    }

    private List<String> headers() {
        return Stream.concat(
                        FIELDS.stream()
                                .map(field -> settings.columns()
                                        .getOrDefault(
                                                field.setting(), field.words().toString())),
                        Stream.of(MANAGER))
                .toList();
    }

    private static List<String> cells(InvoiceLine line, LocalDate today) {
        var invoice = line.invoice();
        return Arrays.asList(
                Harmless.cell(invoice.number()),
                Harmless.cell(line.clientName()),
                invoice.issuedOn().toString(),
                invoice.dueOn().toString(),
                invoice.total().getCurrencyUnit().getCode(),
                plain(invoice.total()),
                plain(invoice.paid()),
                plain(invoice.balanceOn(today)),
                status(invoice),
                invoice.closedBy() == null || invoice.closedBy() == ClosedBy.VOID
                        ? ""
                        : invoice.openUntil().toString(),
                invoice.closedBy() == ClosedBy.VOID ? invoice.openUntil().toString() : "",
                invoice.disputed() ? "yes" : "no",
                line.accountManagerName() == null ? "" : Harmless.cell(line.accountManagerName()));
    }

    /** An open invoice may have a day to come on which it is closed. */
    private static String status(Invoice invoice) {
        return switch (invoice.closedBy()) {
            case PART_PAYMENT -> "paid";
            case VOID -> "void";
            case PAYMENT -> "open";
            case null -> "open";
        };
    }

    /** Three decimals get a fourth, or 1.500 dinars would be read as 1500. */
    private static String plain(Money amount) {
        var text = amount.getAmount().toPlainString();
        return amount.getCurrencyUnit().getDecimalPlaces() == 3 ? text + "0" : text;
    }
}
