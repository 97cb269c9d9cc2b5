package dev.beforehand.invoices;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.ClientId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({InvoiceSearch.class, TestLedger.class})
abstract class InvoiceSearchContract {

    @Autowired
    InvoiceSearch search;

    @Autowired
    TestLedger ledger;

    ClientId cafe;

    @BeforeEach
    void threeClients() {
        var ana = ledger.colleague("Ana Ruiz");
        cafe = ledger.client("Café Müller & Söhne GmbH", ana);
        ledger.invoice("INV-100", cafe, MONDAY.plusDays(1), "EUR 10.00");
        ledger.paid(ledger.invoice("INV-99", cafe, MONDAY.minusDays(40), "EUR 10.00"), MONDAY.minusDays(30));
        ledger.invoice("2013/7", ledger.client("Mueller Transport", ana), MONDAY, "EUR 10.00");
        ledger.invoice("100_A%", ledger.client("O'Neill's \"Bar\"", ana), MONDAY, "EUR 10.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INV-1 | INV-100",
                "inv- | INV-100, INV-99",
                "2013/7 | 2013/7",
                "100_a% | 100_A%",
                "cafe mu | INV-100, INV-99",
                "MÜLLER | INV-100, INV-99",
                "gmbh söhne | INV-100, INV-99",
                "neill | 100_A%",
                "mueller transport | 2013/7"
            })
    void numbersByTheirBeginningAndClientsByTheirWords(String typed, String numbers) {
        var found = search.find(typed, MONDAY, 10);

        assertThat(found.lines())
                .extracting(line -> line.invoice().number())
                .containsExactlyInAnyOrder(numbers.split(", "));
    }

    @ParameterizedTest
    @CsvSource({"zebra", "cafe transport", "''", "' '", "%", "'; drop table invoice'", "&&&"})
    void whatMatchesNothingFindsNothing(String typed) {
        assertThat(search.find(typed, MONDAY, 10).total()).isZero();
    }

    @Test
    void openInvoicesOfAClientComeFirst() {
        assertThat(search.find("cafe", MONDAY, 10).lines())
                .extracting(line -> line.invoice().number())
                .containsExactly("INV-100", "INV-99");
    }

    @Test
    void whatIsBeyondTheLimitIsCounted() {
        for (int i = 1; i <= 14; i++) {
            ledger.invoice("BULK-" + i, cafe, MONDAY.plusDays(i), "EUR 1.00");
        }

        var found = search.find("bulk", MONDAY, 10);

        assertThat(found.lines()).hasSize(10);
        assertThat(found.more()).isEqualTo(4);
    }

    @OnSqlite
    static class OnSqliteTests extends InvoiceSearchContract {}

    @OnPostgres
    static class OnPostgresTests extends InvoiceSearchContract {}
}
