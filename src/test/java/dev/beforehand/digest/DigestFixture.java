package dev.beforehand.digest;

import dev.beforehand.activity.Activities.Tally;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.digest.Digest.Age;
import dev.beforehand.digest.Digest.BrokenLine;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.digest.Digest.Missing;
import dev.beforehand.digest.Digest.PlanLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.digest.Digest.Sum;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.money.Totals;
import dev.beforehand.plans.Instalment;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.reminders.Mode;
import dev.beforehand.reminders.PlannedLetters;
import dev.beforehand.reminders.Reason;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Digests of any size for tests of what shows them. */
public final class DigestFixture {

    public static final LocalDate DAY = LocalDate.of(2013, 6, 17);
    private static final Instant MORNING = Instant.parse("2013-06-17T07:45:00Z");

    private DigestFixture() {}

    public static Digest empty() {
        return with(PlannedLetters.NONE);
    }

    /** A morning with nothing but these letters. */
    public static Digest with(PlannedLetters letters) {
        var none = new Section<String>(List.of(), 0);
        return new Digest(
                DAY,
                Map.of(),
                Sum.NONE,
                Sum.NONE,
                Sum.NONE,
                Sum.NONE,
                Map.of(),
                section(List.of(), 0),
                section(List.of(), 0),
                section(List.of(), 0),
                section(List.of(), 0),
                section(List.of(), 0),
                section(List.of(), 0),
                letters,
                new Missing(none, none));
    }

    /** A morning as a small company has it. */
    public static Digest ordinary() {
        var late = invoice("INV-0977", "Müller & Söhne <Bau>", "EUR 1250.00", -12, true);
        return new Digest(
                DAY,
                since(),
                sum(95, "EUR 6080.86", "USD 120.00"),
                sum(1, "EUR 99.85"),
                sum(10, "EUR 682.01"),
                sum(9, "EUR 674.02"),
                Map.of(Age.UP_TO_30, sum(8, "EUR 600.00"), Age.OVER_90, sum(1, "EUR 74.02")),
                section(List.of(broken("Quay Coffee", List.of(late))), 1),
                section(List.of(checkIn(17, "Harbour Books", null, 2), checkIn(18, "Mill Lane Bakery", null, 5)), 2),
                section(List.of(checkIn(19, "Copper & Tin", "Ben Okafor", 1)), 1),
                section(List.of(invoice("INV-1001", "Harbour Books", "EUR 99.85", 0, false)), 1),
                section(List.of(late, invoice("INV-0990", "Mill Lane Bakery", "USD 120.00", -1, false)), 9),
                section(List.of(plan()), 1),
                new PlannedLetters(
                        List.of(
                                letter("Quay Coffee", 3, Reminder.State.DRAFT),
                                letter("Harbour Books", 0, Reminder.State.PLANNED),
                                letter("Old Town Press", 7, Reminder.State.HELD),
                                letter("Mill Lane Bakery", 3, Reminder.State.SENT)),
                        4,
                        0,
                        1),
                new Missing(section(List.of("Nobody Ltd"), 1), section(List.of("A", "B", "C", "D"), 84)));
    }

    /** A morning with as much of everything as fits, each name as long as it may be. */
    public static Digest huge(int lines) {
        var name = "<&> Long & Winding Holdings International (Overseas) GmbH & Co. KGaA 😀".repeat(5);
        var total = 10_000;
        var checkIns = Collections.nCopies(lines, checkIn(1, name, null, 300));
        var claimed = Collections.nCopies(lines, checkIn(1, name, name, 300));
        var invoices = Collections.nCopies(lines, invoice("N&".repeat(90), name, "EUR 99999999999.99", -4000, true));
        return new Digest(
                DAY,
                since(),
                sum(total, "EUR 99999999999.99", "USD 99999999999.99", "GBP 99999999999.99", "CHF 99999999999.99"),
                sum(total, "EUR 99999999999.99"),
                sum(total, "EUR 99999999999.99"),
                sum(total, "EUR 99999999999.99"),
                Map.of(Age.UP_TO_30, sum(total, "EUR 600.00"), Age.OVER_90, sum(total, "EUR 74.02")),
                section(Collections.nCopies(lines, broken(name, invoices)), total),
                section(checkIns, total),
                section(claimed, total),
                section(invoices, total),
                section(invoices, total),
                section(Collections.nCopies(lines, new PlanLine(plan().plan(), name, name, name, invoices)), total),
                new PlannedLetters(
                        Collections.nCopies(lines, letter(name, 14, Reminder.State.PLANNED)), total, total, 2 * total),
                new Missing(section(Collections.nCopies(lines, name), total), section(List.of(name), total)));
    }

    public static InvoiceLine invoice(String number, String client, String balance, int dueInDays, boolean disputed) {
        var due = DAY.plusDays(dueInDays);
        var total = Money.parse(balance);
        return new InvoiceLine(
                new Invoice(
                        new InvoiceId(4711),
                        number,
                        new ClientId(7),
                        due.minusDays(30),
                        due,
                        total,
                        Money.zero(total.getCurrencyUnit()),
                        Invoice.UNKNOWN,
                        null,
                        disputed),
                client,
                new ColleagueId(1),
                "Ana Ruiz",
                true);
    }

    private static CheckInLine checkIn(long id, String client, String holder, int invoices) {
        var suffix = invoices > 100 ? "/2013-06-17/OVERSEAS" : "";
        var lines = java.util.stream.IntStream.rangeClosed(1, invoices)
                .mapToObj(i -> invoice("INV-" + id + "-" + i + suffix, client, "EUR 1" + i + ".00", i % 7, false))
                .toList();
        return new CheckInLine(new CheckInId(id), client, "Ana Ruiz", holder, holder == null ? null : MORNING, lines);
    }

    private static BrokenLine broken(String client, List<InvoiceLine> invoices) {
        return new BrokenLine(
                client, "Ana Ruiz", Money.parse("EUR 1300.00"), DAY.minusDays(5), Money.parse("EUR 50.00"), invoices);
    }

    private static PlannedLetters.Line letter(String client, int step, Reminder.State state) {
        return letter(client, step, state, null);
    }

    /** @param stopped why it does not leave; empty where nothing stops it */
    public static PlannedLetters.Line letter(String client, Reminder.State state, @Nullable Reason stopped) {
        return letter(client, 3, state, stopped);
    }

    private static PlannedLetters.Line letter(String client, int step, Reminder.State state, @Nullable Reason stopped) {
        return new PlannedLetters.Line(
                new ReminderId(9),
                Reminder.Kind.REMINDER,
                new ClientId(7),
                client,
                state == Reminder.State.DRAFT ? Mode.DRAFT : Mode.VETO,
                step,
                List.of("INV-1", "INV-2", "INV-3", "INV-4"),
                DAY.minusDays(step),
                Totals.of(List.of(Money.parse("EUR 99.85"))),
                "Ana Ruiz",
                state,
                Instant.parse("2013-06-17T09:00:00Z"),
                state == Reminder.State.HELD ? "Ben Okafor" : null,
                stopped);
    }

    private static PlanLine plan() {
        var half = new Instalment(DAY, DAY, 5000);
        var plan = new PaymentPlan(
                new PlanId(3),
                0L,
                new ClientId(7),
                CurrencyUnit.EUR,
                10000,
                PaymentPlan.State.PROPOSED,
                new ColleagueId(1),
                MORNING,
                null,
                null,
                null,
                Set.of(new PlannedInvoice(new InvoiceId(1))),
                List.of(half, half));
        return new PlanLine(
                plan,
                "Harbour Books",
                "Ana Ruiz",
                "Ben Okafor",
                List.of(invoice("INV-1001", "Harbour Books", "EUR 100.00", -3, false)));
    }

    private static Map<Kind, Tally> since() {
        var since = new EnumMap<Kind, Tally>(Kind.class);
        since.put(Kind.INVOICE_PAID, new Tally(5, Totals.of(List.of(Money.parse("EUR 1230.00")))));
        since.put(Kind.LETTER_SENT, new Tally(1, Totals.NONE));
        since.put(Kind.LEDGER_IMPORTED, new Tally(1, Totals.NONE));
        return since;
    }

    private static Sum sum(int count, String... amounts) {
        return new Sum(
                count,
                Totals.of(java.util.Arrays.stream(amounts).map(Money::parse).toList()));
    }

    private static <T> Section<T> section(List<T> lines, int total) {
        return new Section<>(lines, total);
    }
}
