package dev.beforehand.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.checkins.Promise.State;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTests {

    private static final LocalDate FRIDAY = LocalDate.of(2013, 6, 21);

    /** What has become of invoices of 100 and 50: what was paid of each since, or that it was voided. */
    @ParameterizedTest
    @CsvSource({
        // promised, first, second, is its time over, state
        "150,   0,   0, false, ACTIVE",
        "150,   0,   0, true, BROKEN",
        "150, 100,  50, false, KEPT",
        "150, 100,  50, true, KEPT",
        "150, 100,   0, false, ACTIVE",
        "150, 100,   0, true, BROKEN",
        "150, 100,  49, true, BROKEN",
        "60,   30,  30, true, KEPT",
        "60,   60,   0, false, KEPT",
        "60,    0,  50, true, BROKEN",
        "150, 100, void, false, KEPT",
        "150, void, 0, true, BROKEN",
        "150, void, 50, false, KEPT",
        "150, void, void, false, CANCELLED",
        // Another instalment was put on the first invoice: what is owed now is more than when it was promised.
        "150, -20,  50, true, BROKEN",
    })
    void isKeptByWhatArrivesAndBrokenOnceItsTimeIsOver(
            int promised, String first, String second, boolean isOver, State state) {
        assertThat(promise(promised).judge(now(first, second), Set.of(), isOver, FRIDAY))
                .isEqualTo(state);
    }

    /** A newer promise covers the one invoice or the other. */
    @ParameterizedTest
    @CsvSource({
        // promised, the taken invoice, first, second, state
        "150, 1,   0,  50, KEPT",
        "150, 1, 100,   0, BROKEN",
        "120, 1,   0,  20, KEPT",
        "120, 1,  80,  19, BROKEN",
        "120, 2, 100,   0, KEPT",
        "120, 2,  70,  50, BROKEN",
        "100, 1,   0,  50, CANCELLED",
        "120, 1, 100, void, CANCELLED",
    })
    void awaitsNothingOnWhatANewerPromiseCovers(int promised, long taken, String first, String second, State state) {
        assertThat(promise(promised).judge(now(first, second), Set.of(new InvoiceId(taken)), true, FRIDAY))
                .isEqualTo(state);
    }

    /** Of invoices of 100, 50 and 25, the oldest first. */
    @ParameterizedTest
    @CsvSource({"175, 3", "151, 3", "150, 2", "101, 2", "100, 1", "1, 1"})
    void coversAsManyInvoicesAsItsAmountReaches(int amount, int covered) {
        var open = new ArrayList<Invoice>();
        for (int total : List.of(100, 50, 25)) {
            open.add(invoice(open.size() + 1, total, "0", FRIDAY));
        }

        var reached = Promise.reached(euros(amount), open, FRIDAY);

        assertThat(reached).extracting(PromisedInvoice::owed).containsExactly(10000L, 5000L, 2500L);
        assertThat(reached.stream().filter(PromisedInvoice::covered)).isEqualTo(reached.subList(0, covered));
    }

    private static Map<InvoiceId, Invoice> now(String first, String second) {
        return Map.of(
                new InvoiceId(1), invoice(1, 100, first, FRIDAY), new InvoiceId(2), invoice(2, 50, second, FRIDAY));
    }

    private static Promise promise(int amount) {
        return new Promise(
                1L,
                new ClientId(1),
                new ColleagueId(1),
                Instant.EPOCH,
                FRIDAY,
                amount * 100L,
                CurrencyUnit.EUR,
                State.ACTIVE,
                null,
                List.of(
                        new PromisedInvoice(new InvoiceId(1), 10000, true),
                        new PromisedInvoice(new InvoiceId(2), 5000, true)));
    }

    private static Invoice invoice(long id, int total, String paid, LocalDate today) {
        var isVoid = paid.equals("void");
        int arrived = isVoid ? 0 : Integer.parseInt(paid);
        var isClosed = isVoid || arrived == total;
        return new Invoice(
                new InvoiceId(id),
                "INV-" + id,
                new ClientId(1),
                FRIDAY.minusDays(30),
                FRIDAY,
                euros(total),
                euros(isClosed ? 0 : arrived),
                isClosed ? today : Invoice.UNKNOWN,
                isVoid ? ClosedBy.VOID : isClosed ? ClosedBy.PAYMENT : null,
                false);
    }

    private static Money euros(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}
