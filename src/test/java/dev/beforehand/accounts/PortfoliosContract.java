package dev.beforehand.accounts;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.accounts.Portfolio.Direction;
import dev.beforehand.accounts.Portfolio.From;
import dev.beforehand.accounts.Portfolio.Line;
import dev.beforehand.accounts.Portfolio.Order;
import dev.beforehand.accounts.Portfolio.Page;
import dev.beforehand.accounts.Portfolio.Sum;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** What many clients owe together, and page by page. */
@Import({Portfolios.class, TestLedger.class})
@Transactional
abstract class PortfoliosContract {

    private static final int SIZE = 3;

    @Autowired
    Portfolios portfolios;

    @Autowired
    TestLedger ledger;

    ColleagueId ana;

    @BeforeEach
    void clients() {
        ana = ledger.colleague("Ana Ruiz");
        for (int n = 1; n <= 8; n++) {
            var client = ledger.client("Client " + n, ana);
            ledger.invoice("A" + n, client, MONDAY.plusDays(5), "EUR " + (n % 4 + 1) + "00.00");
            if (n > 6) {
                ledger.invoice("L" + n, client, MONDAY.minusDays(n), "EUR 10.00");
            }
        }
        var ben = ledger.client("Ben's", ledger.colleague("Ben Okafor"));
        ledger.invoice("B1", ben, MONDAY.minusDays(1), "USD 5.00");
        ledger.paid(ledger.invoice("P1", ben, MONDAY.minusDays(9), "EUR 7000.00"), MONDAY);
        ledger.invoice("NOT-YET", ben, MONDAY.plusDays(31), "EUR 8000.00");
    }

    @Test
    void currenciesAreNeverAdded() {
        assertThat(portfolios.sums(null, MONDAY))
                .containsExactly(
                        new Sum(8, 10, Money.parse("EUR 2020.00"), Money.parse("EUR 20.00")),
                        new Sum(1, 1, Money.parse("USD 5.00"), Money.parse("USD 5.00")));
        assertThat(portfolios.sums(ana, MONDAY)).hasSize(1);
    }

    @Test
    void somebodyWithoutClientsHasNone() {
        assertThat(portfolios.hasClients(ana)).isTrue();
        assertThat(portfolios.hasClients(ledger.colleague("Dana Lindqvist"))).isFalse();
    }

    @Test
    void theListIsReadForwardAndBackAgainWithNobodyTwiceOrMissing() {
        var forward = new ArrayList<Page>();
        for (From from = null; forward.isEmpty() || forward.getLast().after(); ) {
            var page = page(Order.OPEN, false, from);
            forward.add(page);
            from = page.lines().getLast().from(Direction.AFTER, Order.OPEN);
        }

        assertThat(forward.stream().flatMap(page -> names(page).stream()))
                .containsExactly(
                        "Client 7", "Client 3", "Client 2", "Client 6", "Client 1", "Client 5", "Client 8", "Client 4");
        var before =
                page(Order.OPEN, false, forward.getLast().lines().getFirst().from(Direction.BEFORE, Order.OPEN));
        assertThat(before.lines()).isEqualTo(forward.get(1).lines());
        assertThat(before.before()).isTrue();
        var first = page(Order.OPEN, false, before.lines().getFirst().from(Direction.BEFORE, Order.OPEN));
        assertThat(first).isEqualTo(forward.getFirst());
    }

    @Test
    void theLateOnesCanBeSeenFirstOrAlone() {
        assertThat(names(page(Order.LATE, false, null))).containsExactly("Client 7", "Client 8", "Client 1");
        assertThat(page(Order.LATE, true, null).lines())
                .extracting(Line::name, Line::daysLate)
                .containsExactly(tuple("Client 7", 7), tuple("Client 8", 8));
    }

    @Test
    void aPageThatIsPaidMeanwhileGivesWayToTheFirst() {
        var gone = new From(Direction.AFTER, 1, ledger.client("Last", ana));

        assertThat(page(Order.OPEN, false, gone)).isEqualTo(page(Order.OPEN, false, null));
    }

    private Page page(Order order, boolean onlyLate, @Nullable From from) {
        return portfolios.page(ana, MONDAY, CurrencyUnit.EUR, order, onlyLate, from, SIZE);
    }

    private static List<String> names(Page page) {
        return page.lines().stream().map(Line::name).toList();
    }

    @OnSqlite
    static class OnSqliteTests extends PortfoliosContract {}

    @OnPostgres
    static class OnPostgresTests extends PortfoliosContract {}
}
