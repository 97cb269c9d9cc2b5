package dev.beforehand.checkins;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({CheckInsFixture.class, Activities.class, TestLedger.class})
abstract class HoldsContract {

    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Autowired
    Holds holds;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    ColleagueId ana;
    ClientId harbour;
    InvoiceId invoice;
    InvoiceId other;

    @BeforeEach
    void aClient() {
        clock.moveTo(MONDAY, LocalTime.of(9, 0));
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
        invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        other = ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
    }

    @Test
    void anInvoiceIsHeldThroughItsLastDay() {
        holds.invoice(invoice, FRIDAY, " waiting for a new order number ", ana);

        assertThat(holds.covering(List.of(invoice, other), FRIDAY)).isEqualTo(Map.of(invoice, FRIDAY));
        assertThat(holds.covering(List.of(invoice, other), FRIDAY.plusDays(1))).isEmpty();
        assertThat(holds.covering(List.of(), FRIDAY)).isEmpty();
        assertThat(holds.standing(harbour, MONDAY)).singleElement().satisfies(hold -> {
            assertThat(hold.reason()).isEqualTo("waiting for a new order number");
            assertThat(hold.authorId()).isEqualTo(ana);
        });
    }

    @Test
    void aClientIsHeldWithAllThatItOwesOrWillOwe() {
        holds.client(harbour, FRIDAY, "they are moving", ana);
        var later = ledger.invoice("INV-3", harbour, MONDAY, "EUR 1.00");
        var mill = ledger.invoice("INV-4", ledger.client("Mill Lane", ana), MONDAY, "EUR 1.00");
        holds.invoice(invoice, FRIDAY.plusDays(3), "longer", ana);

        assertThat(holds.covering(List.of(invoice, other, later, mill), MONDAY))
                .isEqualTo(Map.of(invoice, FRIDAY.plusDays(3), other, FRIDAY, later, FRIDAY));
    }

    @Test
    void aNewHoldOfTheSameTakesThePlaceOfTheOldOneAndOfNothingElse() {
        holds.client(harbour, FRIDAY, "they are moving", ana);
        holds.invoice(invoice, FRIDAY.plusDays(9), "first", ana);
        holds.invoice(other, FRIDAY.plusDays(9), "other", ana);
        holds.invoice(invoice, FRIDAY.plusDays(1), "second", ana);

        assertThat(holds.standing(harbour, MONDAY))
                .extracting(Hold::reason)
                .containsExactly("they are moving", "other", "second");
    }

    @Test
    void releasingItLetsLettersGoOnAndIsDoneOnce() {
        holds.invoice(invoice, FRIDAY, "reason", ana);
        var hold = holds.standing(harbour, MONDAY).getFirst().knownId();

        assertThat(holds.release(hold, ana)).isTrue();
        assertThat(holds.release(hold, ana)).isFalse();

        assertThat(holds.covering(List.of(invoice), MONDAY)).isEmpty();
        assertThat(holds.standing(harbour, MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, reason, DayPast",
        "0, reason, Placed",
        "365, reason, Placed",
        "366, reason, DayTooFar",
        "1, '  ', NoReason"
    })
    void whatCannotBeHeldIsRefused(int days, String reason, String outcome) {
        assertThat(holds.client(harbour, MONDAY.plusDays(days), reason, ana)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void whatIsNotOpenCannotBeHeld() {
        ledger.paid(invoice, MONDAY);

        assertThat(holds.invoice(invoice, FRIDAY, "reason", ana)).isEqualTo(new Holding.NotOpen());
        assertThat(holds.invoice(new InvoiceId(4711), FRIDAY, "reason", ana)).isEqualTo(new Holding.NotOpen());
        assertThat(holds.client(new ClientId(4711), FRIDAY, "reason", ana)).isEqualTo(new Holding.NotOpen());
    }

    @OnSqlite
    static class OnSqliteTests extends HoldsContract {}

    @OnPostgres
    static class OnPostgresTests extends HoldsContract {}
}
