package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Decision.Done;
import dev.beforehand.reminders.Decision.Hold;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Reminder.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderPolicyTests {

    private static final LocalDate MONDAY = LocalDate.of(2013, 6, 17);

    private final ReminderPolicy policy = new ReminderPolicy(new Cadence(List.of(-7, 0, 3, 7, 14)));

    @ParameterizedTest(name = "due {0}, today {1}, written {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // the days of the steps, and the days beside them
                "2013-06-24 | 2013-06-16 | -  | NOT_YET",
                "2013-06-24 | 2013-06-17 | -  | -7",
                "2013-06-24 | 2013-06-24 | -  | 0",
                "2013-06-24 | 2013-06-27 | -  | 3",
                "2013-06-24 | 2013-07-01 | -  | 7",
                "2013-06-24 | 2013-07-08 | -  | 14",
                // each step once
                "2013-06-24 | 2013-06-18 | -7 | STEP_WRITTEN",
                "2013-06-24 | 2013-06-24 | -7 | 0",
                "2013-06-24 | 2013-07-20 | 14 | STEP_WRITTEN",
                // a person wrote in between: what lies before that is over
                "2013-06-24 | 2013-06-28 | 4  | STEP_WRITTEN",
                "2013-06-24 | 2013-07-01 | 4  | 7",
                // due on a Saturday, written on the Monday; due on a Sunday before two holidays, on the Wednesday
                "2013-06-15 | 2013-06-17 | -7 | 0",
                "2013-12-22 | 2013-12-27 | 0  | 3",
                // missed for days: the newest step alone
                "2013-06-10 | 2013-06-18 | -7 | 7",
                "2013-06-10 | 2013-06-18 | -  | 7",
                // at most a week late
                "2013-06-03 | 2013-06-24 | 7  | 14",
                "2013-06-03 | 2013-06-25 | 7  | TOO_LATE",
                "2013-03-01 | 2013-06-17 | -  | TOO_LATE",
                // a step before the due date that is caught up on it is the one of the due date
                "2013-06-17 | 2013-06-17 | -  | 0",
                // month ends, leap days and the turn of the year are days like others
                "2013-01-31 | 2013-02-03 | 0  | 3",
                "2012-02-29 | 2012-03-07 | 3  | 7",
                "2012-03-07 | 2012-02-29 | -  | -7",
                "2013-12-28 | 2014-01-11 | 7  | 14"
            })
    void theNewestStepThatIsNotWrittenCounts(
            LocalDate due, LocalDate today, @Nullable Integer written, String expected) {
        var invoice = new Chased(invoice("INV-1", due, "EUR 10.00"), false, false, false, null, written);

        var said = switch (policy.judge(invoice, today)) {
            case Verdict.Due step -> Integer.toString(step.step());
            case Verdict.Rests rests -> rests.reason().name();
        };

        assertThat(said).isEqualTo(expected);
        assertThat(policy.decide(seen(invoice), today))
                .isInstanceOf(expected.matches("-?\\d+") ? Send.class : Done.class);
    }

    @Test
    void withoutStepsInBetweenAnAnnouncementIsCaughtUpAfterTheDueDate() {
        var sparse = new ReminderPolicy(new Cadence(List.of(-2, 10)));

        assertThat(sparse.judge(chased("INV-1", MONDAY.minusDays(1), "EUR 10.00"), MONDAY))
                .isEqualTo(new Verdict.Due(-2));
    }

    @Test
    void oneLetterNamesAllThatIsDueAndTheOldestCarriesIt() {
        var soon = chased("INV-3", MONDAY.plusDays(7), "USD 30.00");
        var oldest = chased("INV-1", MONDAY.minusDays(7), "EUR 10.00");
        var notYet = chased("INV-4", MONDAY.plusDays(8), "EUR 40.00");
        var written = new Chased(invoice("INV-5", MONDAY.minusDays(9), "EUR 9.00"), false, false, false, null, 7);
        var today = chased("INV-2", MONDAY, "EUR 20.00");

        var letter = (Send) policy.decide(seen(soon, written, oldest, notYet, today), MONDAY);

        assertThat(letter.step()).isEqualTo(7);
        assertThat(letter.invoices())
                .containsExactly(
                        new Asked(oldest.invoice(), 7), new Asked(today.invoice(), 0), new Asked(soon.invoice(), -7));
        assertThat(letter.invoices().stream()
                        .map(asked -> asked.invoice().balanceOn(MONDAY))
                        .collect(Totals.summing())
                        .amounts())
                .containsExactly(Money.parse("EUR 30.00"), Money.parse("USD 30.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAID",
                "PAID_UP",
                "VOID",
                "NOT_IN_LEDGER",
                "DISPUTED",
                "PROBLEM",
                "ON_PLAN",
                "PROMISED",
                "PROMISED_TODAY"
            })
    void whatMustNotBeAskedForIsInNoLetter(String why) {
        var excluded = excluded(why);
        var other = chased("INV-2", MONDAY.plusDays(7), "EUR 20.00");

        assertThat(policy.decide(seen(excluded, other), MONDAY))
                .isEqualTo(new Send(-7, List.of(new Asked(other.invoice(), -7))));
        assertThat(policy.decide(seen(excluded), MONDAY)).isEqualTo(alone(why));
        assertThat(policy.decideNow(seen(excluded, other), MONDAY))
                .isEqualTo(new Send(-7, List.of(new Asked(other.invoice(), -7))));
        assertThat(policy.decideNow(seen(excluded), MONDAY)).isEqualTo(alone(why));
        assertThat(policy.fallenOut(List.of(named(excluded), named(other)), seen(excluded, other), MONDAY))
                .isEqualTo(Map.of(excluded.invoice().id(), reason(why)));
    }

    @Test
    void aPromiseWhoseDaysArePastHoldsNothing() {
        var broken = new Chased(
                invoice("INV-1", MONDAY.minusDays(3), "EUR 10.00"), false, false, false, MONDAY.minusDays(1), null);

        assertThat(policy.decide(seen(broken), MONDAY)).isInstanceOf(Send.class);
    }

    @Test
    void nothingIsHeldForAnInvoiceThatWouldNotBeWrittenAboutAnyway() {
        var disputed = new Chased(invoice("INV-1", MONDAY.plusDays(20), "EUR 10.00"), false, true, false, null, null);

        assertThat(policy.decide(seen(disputed), MONDAY)).isEqualTo(new Done());
        assertThat(policy.decideNow(seen(disputed), MONDAY)).isEqualTo(new Hold(Reason.DISPUTED, null));
    }

    @Test
    void aClientWithItsLetterOfTheDayGetsNoOther() {
        var seen = new Observation(
                new ClientId(1), "Harbour", "Ana Ruiz", true, true, List.of(chased("INV-1", MONDAY, "EUR 10.00")));

        assertThat(policy.decide(seen, MONDAY)).isEqualTo(new Hold(Reason.WRITTEN_TODAY, MONDAY));
        assertThat(policy.decideNow(seen, MONDAY)).isEqualTo(new Hold(Reason.WRITTEN_TODAY, MONDAY));
    }

    @ParameterizedTest
    @CsvSource({"false, Ana Ruiz, NO_CONTACT", "true, , NO_ACCOUNT_MANAGER", "false, , NO_CONTACT"})
    void withoutSomebodyOnBothSidesThereIsNoLetter(boolean reachable, @Nullable String manager, Reason reason) {
        var invoice = chased("INV-1", MONDAY, "EUR 10.00");
        var seen = new Observation(new ClientId(1), "Harbour", manager, reachable, false, List.of(invoice));

        assertThat(policy.decide(seen, MONDAY)).isEqualTo(new Hold(reason, null));
        assertThat(policy.decideNow(seen, MONDAY)).isEqualTo(new Hold(reason, null));
        assertThat(policy.fallenOut(List.of(named(invoice)), seen, MONDAY))
                .isEqualTo(Map.of(invoice.invoice().id(), reason));
    }

    @ParameterizedTest
    @CsvSource({"-20, -20", "0, 0", "2, 2", "90, 90"})
    void aPersonMayWriteOnAnyDay(int daysLate, int step) {
        var invoice = chased("INV-1", MONDAY.minusDays(daysLate), "EUR 10.00");

        assertThat(policy.decideNow(seen(invoice), MONDAY))
                .isEqualTo(new Send(step, List.of(new Asked(invoice.invoice(), step))));
    }

    @Test
    void aLetterWhoseInvoiceGotAnotherDueDateIsNotSent() {
        var planned = chased("INV-1", MONDAY, "EUR 10.00");
        var now = chased("INV-1", MONDAY.plusDays(30), "EUR 10.00");

        assertThat(policy.fallenOut(List.of(named(planned)), seen(now), MONDAY))
                .isEqualTo(Map.of(now.invoice().id(), Reason.DUE_DATE_CHANGED));
    }

    private static Chased excluded(String why) {
        var open = invoice("INV-1", MONDAY.minusDays(3), "EUR 10.00");
        return switch (why) {
            case "PAID" -> new Chased(closed(open, ClosedBy.PAYMENT), false, false, false, null, null);
            case "PAID_UP" -> new Chased(with(open, open.total(), false), false, false, false, null, null);
            case "VOID" -> new Chased(closed(open, ClosedBy.VOID), false, false, false, null, null);
            case "DISPUTED" ->
                new Chased(
                        with(open, Money.zero(open.total().getCurrencyUnit()), true), false, false, false, null, null);
            case "NOT_IN_LEDGER" -> new Chased(open, true, false, false, null, null);
            case "PROBLEM" -> new Chased(open, false, true, false, null, null);
            case "ON_PLAN" -> new Chased(open, false, false, true, null, null);
            case "PROMISED" -> new Chased(open, false, false, false, MONDAY.plusDays(4), null);
            case "PROMISED_TODAY" -> new Chased(open, false, false, false, MONDAY, null);
            default -> throw new IllegalArgumentException(why);
        };
    }

    private static Reason reason(String why) {
        return switch (why) {
            case "PAID_UP" -> Reason.PAID;
            case "NOT_IN_LEDGER" -> Reason.NOT_IN_LEDGER;
            case "PROBLEM" -> Reason.DISPUTED;
            case "PROMISED_TODAY" -> Reason.PROMISED;
            default -> Reason.valueOf(why);
        };
    }

    private static Decision alone(String why) {
        return switch (why) {
            case "PAID", "PAID_UP", "VOID" -> new Done();
            case "PROMISED" -> new Hold(Reason.PROMISED, MONDAY.plusDays(4));
            case "PROMISED_TODAY" -> new Hold(Reason.PROMISED, MONDAY);
            default -> new Hold(reason(why), null);
        };
    }

    private static Observation seen(Chased... invoices) {
        return new Observation(new ClientId(1), "Harbour", "Ana Ruiz", true, false, Arrays.asList(invoices));
    }

    private static Chased chased(String number, LocalDate due, String balance) {
        return new Chased(invoice(number, due, balance), false, false, false, null, null);
    }

    private static Named named(Chased chased) {
        var invoice = chased.invoice();
        return new Named(invoice.id(), invoice.number(), 3, invoice.dueOn(), invoice.total(), null);
    }

    private static Invoice invoice(String number, LocalDate due, String total) {
        var amount = Money.parse(total);
        return new Invoice(
                new InvoiceId(number.hashCode()),
                number,
                new ClientId(1),
                due.minusDays(40),
                due,
                amount,
                Money.zero(amount.getCurrencyUnit()),
                Invoice.UNKNOWN,
                null,
                false);
    }

    private static Invoice with(Invoice open, Money paid, boolean disputed) {
        return new Invoice(
                open.id(),
                open.number(),
                open.clientId(),
                open.issuedOn(),
                open.dueOn(),
                open.total(),
                paid,
                open.openUntil(),
                open.closedBy(),
                disputed);
    }

    private static Invoice closed(Invoice open, ClosedBy how) {
        return new Invoice(
                open.id(),
                open.number(),
                open.clientId(),
                open.issuedOn(),
                open.dueOn(),
                open.total(),
                open.paid(),
                MONDAY,
                how,
                false);
    }
}
