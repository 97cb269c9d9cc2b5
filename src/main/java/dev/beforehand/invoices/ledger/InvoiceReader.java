package dev.beforehand.invoices.ledger;

import dev.beforehand.invoices.Invoice.ClosedBy;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Makes an invoice of a row. It reads one row after the other and is not thread-safe. */
final class InvoiceReader {

    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_NAME = 200;

    private final CellReader cells;
    private final Words words;
    private final Currencies currencies;
    private final LocalDate today;

    InvoiceReader(CellReader cells, Words words, Currencies currencies, LocalDate today) {
        this.cells = cells;
        this.words = words;
        this.currencies = currencies;
        this.today = today;
    }

    /**
     * The invoice of this row; empty where the row is none that was sent: a draft, a credit note, a payment, a sum.
     *
     * @throws RowRefused where it cannot be read
     */
    @Nullable
    LedgerInvoice read(Row row) {
        var number = row.text(Field.NUMBER);
        var client = row.text(Field.CLIENT);
        if ((number.isEmpty() && client.isEmpty() && row.text(Field.DUE).isEmpty())
                || !words.isInvoice(row.text(Field.KIND))) {
            return null;
        }
        if (row.isOverlong()) {
            throw new RowRefused(Field.NUMBER, number, "ledger.remedy.overlong");
        }
        var status = words.status(row.text(Field.STATUS));
        if (status == InvoiceStatus.DRAFT) {
            return null;
        }
        CellReader.checkText(Field.NUMBER, number, LONGEST_NUMBER);
        CellReader.checkText(Field.CLIENT, client, LONGEST_NAME);
        return invoice(row, CellReader.inOneLine(number), CellReader.inOneLine(client), status);
    }

    private LedgerInvoice invoice(Row row, String number, String client, @Nullable InvoiceStatus status) {
        var currency = currency(row);
        var total = cells.amount(row, Field.TOTAL, currency);
        if (total < 0) {
            throw new RowRefused(Field.TOTAL, row.text(Field.TOTAL), "ledger.remedy.negative");
        }
        var state = state(row, status, total, currency);
        var issuedOn = cells.date(row, Field.ISSUED);
        return new LedgerInvoice(
                row.line(),
                number,
                number.toUpperCase(Locale.ROOT),
                client,
                issuedOn,
                dueOn(row, issuedOn, state),
                currency.getCode(),
                total,
                state.paid(),
                state.closedBy(),
                state.closedOn(),
                Words.isYes(Field.DISPUTED, row.text(Field.DISPUTED)));
    }

    private LocalDate dueOn(Row row, @Nullable LocalDate issuedOn, State state) {
        var dueOn = cells.date(row, Field.DUE);
        if (dueOn != null) {
            return dueOn;
        }
        if (issuedOn != null && state.closedBy() != null) {
            // What was paid by card at once never had a due date.
            return issuedOn;
        }
        throw new RowRefused(Field.DUE, row.text(Field.DUE), "ledger.remedy.no-date-there");
    }

    private CurrencyUnit currency(Row row) {
        var named = row.text(Field.CURRENCY);
        if (!named.isEmpty()) {
            return currencies.named(named);
        }
        var total = row.text(Field.TOTAL);
        var sign = cells.sign(total);
        return sign == null ? currencies.usual() : currencies.signed(Field.TOTAL, total, sign);
    }

    /** What was paid, and whether and when the invoice was or will be closed. */
    private record State(
            long paid,
            @Nullable ClosedBy closedBy,
            @Nullable LocalDate closedOn) {}

    private State state(Row row, @Nullable InvoiceStatus status, long total, CurrencyUnit currency) {
        var voidedOn = cells.date(row, Field.VOIDED);
        var writtenOffOn = cells.date(row, Field.WRITTEN_OFF);
        if (status == InvoiceStatus.VOID || (status == null && (voidedOn != null || writtenOffOn != null))) {
            return closed(ClosedBy.VOID, voidedOn != null ? voidedOn : writtenOffOn);
        }
        var settledOn = cells.date(row, Field.SETTLED);
        var paidOn = cells.date(row, Field.PAID_ON);
        var lastPaidOn = settledOn != null ? settledOn : paidOn;
        boolean told =
                !row.text(Field.BALANCE).isEmpty() || !row.text(Field.PAID).isEmpty();
        long paid = status == InvoiceStatus.PAID ? total : paid(row, total, currency);
        if (status == InvoiceStatus.PAID || (paid >= total && (told || total == 0))) {
            return closed(closedBy(row, total, lastPaidOn, currency), lastPaidOn);
        }
        // What is settled one day is open until then. A payment that leaves a balance settles nothing.
        boolean settles = settledOn != null;
        boolean paidWhole = paidOn != null && !told && status == null;
        return settles || paidWhole ? new State(paid, ClosedBy.PAYMENT, lastPaidOn) : new State(paid, null, null);
    }

    /** Nothing is owed any more; where the file knows that less was paid, the rest was credited. */
    private ClosedBy closedBy(Row row, long total, @Nullable LocalDate lastPaidOn, CurrencyUnit currency) {
        var text = row.text(Field.PAID);
        if (text.isEmpty() || Words.isYesOrNo(text)) {
            return ClosedBy.PAYMENT;
        }
        long paid = cells.amount(row, Field.PAID, currency);
        if (paid >= total) {
            return ClosedBy.PAYMENT;
        }
        return paid == 0 && lastPaidOn == null ? ClosedBy.VOID : ClosedBy.PART_PAYMENT;
    }

    private static State closed(ClosedBy by, @Nullable LocalDate on) {
        return new State(LedgerInvoice.AS_BEFORE, by, on);
    }

    private long paid(Row row, long total, CurrencyUnit currency) {
        if (!row.text(Field.BALANCE).isEmpty()) {
            long balance = cells.amount(row, Field.BALANCE, currency);
            if (balance > total) {
                throw new RowRefused(
                        Field.BALANCE,
                        row.text(Field.BALANCE),
                        "ledger.remedy.balance",
                        Map.of("total", row.text(Field.TOTAL)));
            }
            return total - Math.max(0, balance);
        }
        var paid = row.text(Field.PAID);
        if (Words.isYesOrNo(paid)) {
            return Words.isYes(Field.PAID, paid) ? total : 0;
        }
        return paid.isEmpty() ? 0 : Math.clamp(cells.amount(row, Field.PAID, currency), 0L, total);
    }
}
