package dev.beforehand.slack.lookup;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPeople;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.clients.ClientMenu;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Transactional;

@OnSqlite
@Transactional
@Import({
    AgreementMenu.class,
    ClientMenu.class,
    InvoiceAnswers.class,
    InvoiceBlocks.class,
    InvoiceSearch.class,
    Invoices.class,
    Colleagues.class,
    CurrentColleague.class,
    TestLedger.class
})
class InvoiceAnswersTests {

    static final String ANA = "U0ANARUIZ";

    @Autowired
    InvoiceAnswers answers;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    SlackPeople people;

    @MockitoBean
    LetterAnswers letters;

    ClientId harbour;

    @BeforeEach
    void aLedger() {
        var ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
        var mueller = ledger.clientWithoutContact("Müller & Söhne <Bau>");
        ledger.invoice("INV-1001", harbour, MONDAY, "EUR 99.85");
        ledger.invoice("INV-1002", harbour, MONDAY.plusDays(1), "EUR 1234.50");
        ledger.invoice("INV-1003", mueller, MONDAY.minusDays(400), "USD 80.00");
        ledger.paid(ledger.invoice("INV-1004", harbour, MONDAY.minusDays(20), "EUR 10.00"), MONDAY.minusDays(3));
        ledger.invoice("INV-1005", mueller, MONDAY.plusDays(60), "EUR 20.00");
        jdbc.sql("update invoice set disputed = true where number = 'INV-1003'").update();
    }

    @Test
    void aNumbersBeginningFindsItsInvoicesInEveryState() {
        var message = ask("inv-100");

        assertThat(message.text()).isEqualTo("5 invoices match \"inv-100\"");
        Golden.assertSlack("lookup-cards", message.blocks());
    }

    @Test
    void aClientsWordsFindItsInvoices() {
        assertThat(ask("book harb").text()).isEqualTo("3 invoices match \"book harb\"");
        assertThat(json(ask("soehne muller"))).doesNotContain("INV");
        assertThat(json(ask("sohne"))).contains("INV-1003").contains("Müller &amp; Söhne &lt;Bau&gt;");
    }

    @Test
    void whatIsDueCountsTodayToo() {
        assertThat(ask("due 0").text()).isEqualTo("1 open invoice is due today");
        assertThat(ask("due 1").text()).isEqualTo("2 open invoices are due today or tomorrow");
        assertThat(ask("due").text()).isEqualTo("2 open invoices are due today or in the next 7 days");
    }

    @Test
    void whatIsNotIssuedYetIsNotDue() {
        assertThat(ask("due 60").text()).isEqualTo("2 open invoices are due today or in the next 60 days");
    }

    @Test
    void whatIsPaidIsNotOverdue() {
        assertThat(json(ask("overdue"))).contains("INV-1003").doesNotContain("INV-1004");
    }

    @Test
    void mineAreThoseOfTheClientsILookAfter() {
        assertThat(json(ask("mine"))).contains("INV-1001", "INV-1002").doesNotContain("INV-1004", "INV-1003");
    }

    @Test
    void moreThanTenAreCounted() {
        for (int i = 10; i < 32; i++) {
            ledger.invoice("X-" + i, harbour, MONDAY, "EUR 1.00");
        }

        var message = ask("X-");

        assertThat(message.text()).isEqualTo("22 invoices match \"X-\"");
        assertThat(json(message)).contains("X-19").doesNotContain("X-20").contains("and 12 more");
    }

    @Test
    void nothingFoundIsSaidWithWhatElseToTry() {
        assertThat(ask("<!channel> zzz").text())
                .contains("\"&lt;!channel&gt; zzz\"")
                .contains("/invoices help");
        assertThat(ask("!!!").text()).contains("cannot look up \"!!!\"");
        assertThat(ask("due 1000").text()).contains("from 0 to 365");
    }

    @Test
    void helpNamesEveryWord() {
        assertThat(ask("help").text()).contains("due", "overdue", "mine", "digest", "help");
    }

    private SlackMessage ask(String text) {
        return answers.to((InvoicesCommand.Question) InvoicesCommand.parse(text), ANA);
    }

    private static String json(SlackMessage message) {
        return GsonFactory.createSnakeCase().toJson(message.blocks()).replace("\\u0026", "&");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Words {

        @Bean
        Phrases phrases() {
            return Phrases.packaged();
        }
    }
}
