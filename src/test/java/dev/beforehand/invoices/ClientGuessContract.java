package dev.beforehand.invoices;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({ClientGuess.class, Clients.class, TestLedger.class})
abstract class ClientGuessContract {

    @Autowired
    ClientGuess guess;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    Map<ClientId, String> names;

    @BeforeEach
    void someClients() {
        var ana = ledger.colleague("Ana Ruiz");
        var isar = ledger.client("Isar Werkstätten AG", ana);
        var harbour = ledger.client("Harbour Books", ana);
        var tools = ledger.client("Harbour Tools Ltd", ana);
        var will = ledger.client("Will & Sons of York", ana);
        ledger.invoice("INV-1042", isar, MONDAY, "EUR 10.00");
        ledger.invoice("INV-1043", isar, MONDAY, "EUR 10.00");
        ledger.invoice("2013/7", tools, MONDAY, "EUR 10.00");
        address(isar, "petra.weiss@isar.example");
        address(harbour, "books@harbour.example");
        address(tools, "someone@gmail.example");
        names = Map.of(isar, "isar", harbour, "books", tools, "tools", will, "will");
        for (int i = 0; i < 4; i++) {
            address(ledger.client("Mailer " + i, ana), "a" + i + "@gmail.example");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "They say INV-1042 is wrong | isar!",
                "They say (inv-1042) is wrong | isar!",
                "it's 2013/7, he says | tools!",
                "Petra.Weiss@isar.example rang | isar!",
                "see https://www.isar.example/contact | isar!",
                "new boss at isar.example. | isar!",
                "nobody@isar.example wrote | isar!",
                "Harbour Books pay late | books!, tools",
                "HARBOUR   tools! pay late | tools!, books",
                "isar werkstatten again | isar!",
                "Harbour Books about INV-1042 | isar!, books, tools",
                "harbour pays | books, tools",
                "they will pay | will",
                "other@gmail.example wrote | -",
                "nothing of this is known | -"
            })
    void namesClientsByWhatStandsInTheWords(String words, String expected) {
        var found = guess.in(words, 5);

        var first = found.clients().stream()
                .map(client -> names.getOrDefault(client, "other"))
                .collect(Collectors.joining(", "));
        assertThat(found.clear() ? first.replaceFirst("^\\w+", "$0!") : first)
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aWordThatHundredsHaveTellsNothing() {
        var ana = ledger.colleague("Ben Okafor");
        for (int i = 0; i < 60; i++) {
            ledger.client("Handel " + i, ana);
        }

        assertThat(guess.in("Der Handel zahlt spät", 5).clients()).isEmpty();
    }

    @Test
    void theInvoicesOfAClientAreThoseThatTheWordsName() {
        var isar = guess.in("INV-1042", 1).clients().getFirst();

        assertThat(guess.invoices("INV-1042, INV-1043 and 2013/7 of INV-9", isar))
                .hasSize(2);
        assertThat(guess.invoices("none", isar)).isEmpty();
    }

    @Test
    @Timeout(5)
    void longWordsAreReadInAMoment() {
        assertThat(guess.in("a-".repeat(20_000) + " @. <x> ".repeat(2_000), 5).clients())
                .isEmpty();
    }

    private void address(ClientId client, String address) {
        jdbc.sql("update client set contact_email = ? where id = ?")
                .params(address, client.value())
                .update();
    }

    @OnSqlite
    static class OnSqliteTests extends ClientGuessContract {}

    @OnPostgres
    static class OnPostgresTests extends ClientGuessContract {}
}
