package dev.beforehand.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.accounts.HistoryPage.Event;
import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import java.time.LocalTime;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({AccountsFixture.class, ClientsFixture.class, TestLedger.class})
abstract class HistoryContract {

    @Autowired
    History history;

    @Autowired
    Activities activities;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    ColleagueId ana;
    ClientId harbour;
    ClientId mill;
    LocalTime now = LocalTime.of(9, 0);

    @BeforeEach
    void twoClients() {
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
        mill = ledger.client("Mill Lane Bakery", ana);
    }

    @Test
    void pagesHoldEachEventOnceWhateverHappensMeanwhile() {
        happen(7);

        var first = history.newest(harbour, 3);
        assertThat(details(first)).containsExactly("7", "6", "5");
        assertThat(first.hasNewer()).isFalse();
        happenAlso("8");
        happenAlso("9");

        var second = history.olderThan(harbour, first.events().getLast().place(), 3);
        assertThat(details(second)).containsExactly("4", "3", "2");
        var last = history.olderThan(harbour, second.events().getLast().place(), 3);
        assertThat(details(last)).containsExactly("1");
        assertThat(last.hasOlder()).isFalse();

        var back = history.newerThan(harbour, last.events().getFirst().place(), 3);
        assertThat(details(back)).containsExactly("4", "3", "2");
        assertThat(back.hasNewer()).isTrue();
        var further = history.newerThan(harbour, back.events().getFirst().place(), 3);
        assertThat(details(further)).containsExactly("7", "6", "5");
        var top = history.newerThan(harbour, further.events().getFirst().place(), 3);
        assertThat(details(top)).containsExactly("9", "8", "7");
        assertThat(top.hasNewer()).isFalse();
        assertThat(top.hasOlder()).isTrue();
    }

    @Test
    void whatHappensInTheSameMomentStandsInOrder() {
        activities.record(List.of(did("1"), did("2"), did("3")));

        var first = history.newest(harbour, 2);

        assertThat(details(first)).containsExactly("3", "2");
        assertThat(details(history.olderThan(harbour, first.events().getLast().place(), 2)))
                .containsExactly("1");
    }

    @Test
    void anEventSaysWhoDidWhatAboutWhich() {
        var invoice = ledger.invoice("INV-1", harbour, TestClock.MONDAY, "EUR 5.00");
        activities.record(new Activity(
                Kind.INVOICE_PAID, "ledger", null, harbour.value(), invoice.value(), Money.parse("EUR 5.00"), "INV-1"));
        activities.record(new Activity(
                Kind.DISPUTE_CHANGED,
                "slack",
                ana.value(),
                harbour.value(),
                invoice.value(),
                null,
                "handed over to colleague " + ana));

        assertThat(history.newest(harbour, 5).events())
                .extracting(Event::kind, Event::actor, Event::invoice, Event::amount, Event::owner)
                .containsExactly(
                        tuple(Kind.DISPUTE_CHANGED, "Ana Ruiz", "INV-1", null, "Ana Ruiz"),
                        tuple(Kind.INVOICE_PAID, null, "INV-1", Money.parse("EUR 5.00"), null));
    }

    @Test
    void aClientOfWhomNothingIsKnownHasAnEmptyHistory() {
        assertThat(history.newest(harbour, 3)).isEqualTo(new HistoryPage(List.of(), false, false));
    }

    private void happen(int times) {
        for (int i = 1; i <= times; i++) {
            happenAlso(Integer.toString(i));
            activities.record(Activity.scheduled(Kind.LETTER_SENT, mill.value(), null, "Mill's"));
        }
    }

    private void happenAlso(String detail) {
        clock.moveTo(TestClock.MONDAY, now = now.plusSeconds(1));
        activities.record(did(detail));
    }

    private Activity did(String detail) {
        return Activity.inSlack(Kind.LETTER_SENT, ana.value(), harbour.value(), null, detail);
    }

    private static List<String> details(HistoryPage page) {
        return page.events().stream().map(Event::detail).toList();
    }

    @OnSqlite
    static class OnSqliteTests extends HistoryContract {}

    @OnPostgres
    static class OnPostgresTests extends HistoryContract {}
}
