package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckIn.LetGo;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.slack.checkins.CheckInCard.Away;
import dev.beforehand.slack.checkins.CheckInCard.Back;
import dev.beforehand.slack.checkins.CheckInCard.Disputed;
import dev.beforehand.slack.checkins.CheckInCard.Item;
import dev.beforehand.slack.checkins.CheckInCard.Letter;
import dev.beforehand.slack.checkins.CheckInCard.OnHold;
import dev.beforehand.slack.checkins.CheckInCard.Plan;
import dev.beforehand.slack.checkins.CheckInCard.Promised;
import dev.beforehand.slack.checkins.CheckInCard.Said;
import dev.beforehand.slack.checkins.CheckInCard.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Cards of a check-in with Harbour Books in all the ways they can stand. */
final class CheckInCardFixture {

    static final LocalDate FRIDAY = LocalDate.of(2013, 6, 21);
    static final Instant MORNING = Instant.parse("2013-06-17T07:45:00Z");
    static final Instant NOON = Instant.parse("2013-06-17T11:00:00Z");
    static final String HOSTILE = "<!channel> & <https://evil.example|you won> " + "&".repeat(200);

    private static final List<Item> TWO = List.of(open("INV-1042", "EUR 700.00"), open("INV-1043", "EUR 300.00"));

    private CheckInCardFixture() {}

    static Item open(String number, String balance) {
        return new Item(number, FRIDAY, Money.parse(balance), Standing.OPEN);
    }

    static CheckInCard toClaim() {
        return of("Harbour Books", TWO, State.OPEN, null, List.of(), List.of(), List.of());
    }

    static CheckInCard reopened() {
        return of("Harbour Books", TWO, State.OPEN, Outcome.ON_TRACK, List.of(), List.of(), List.of());
    }

    static CheckInCard claimed() {
        var plan = new Plan(Money.parse("EUR 1000.00"), 3, PaymentPlan.State.PROPOSED, null);
        return of(
                "Harbour Books",
                TWO,
                State.CLAIMED,
                null,
                List.of(new Said("Ask again\non Wednesday", Mood.NEUTRAL, null, "Ana Ruiz", NOON)),
                List.of(),
                List.of(plan));
    }

    /** Ana, who looks after them, is away; Clara had them and was silent. */
    static CheckInCard returned() {
        return held(
                toClaim(),
                new Away(FRIDAY.plusDays(10), "Ben Okafor"),
                null,
                new Back(LetGo.NO_ANSWER, "Clara Weiss", MORNING));
    }

    static CheckInCard handedOver() {
        return held(claimed(), null, "Ana Ruiz", null);
    }

    private static CheckInCard held(CheckInCard card, Away away, String handedBy, Back letGo) {
        return new CheckInCard(
                card.id(),
                card.today(),
                card.client(),
                card.accountManager(),
                away,
                card.reachable(),
                card.invoices(),
                card.state(),
                card.holder(),
                card.claimedAt(),
                handedBy,
                letGo,
                card.outcome(),
                card.closedAt(),
                card.said(),
                card.dispute(),
                card.promises(),
                card.holds(),
                card.plans(),
                card.letter());
    }

    static CheckInCard promised() {
        return of(
                "Harbour Books",
                List.of(open("INV-1042", "EUR 700.00"), open("INV-1043", "USD 300.00")),
                State.DONE,
                Outcome.WILL_PAY,
                List.of(new Said("They pay on Friday", Mood.FRIENDLY, null, "Ana Ruiz", NOON)),
                List.of(
                        new Promised(Money.parse("EUR 700.00"), FRIDAY),
                        new Promised(Money.parse("USD 300.00"), FRIDAY.plusDays(7))),
                List.of());
    }

    static CheckInCard problem() {
        var said = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Said("Call " + n, Mood.UPSET, Problem.QUALITY, "Ana Ruiz", NOON))
                .toList();
        return with(
                of("Harbour Books", TWO, State.DONE, Outcome.PROBLEM, said, List.of(), List.of()),
                new Disputed(Problem.QUALITY, "Ben Okafor", "Ana Ruiz", NOON, null),
                new OnHold(null, FRIDAY, "They are moving", "Dana Cole"),
                new OnHold("INV-1042", FRIDAY, "New order number", "Dana Cole"));
    }

    static CheckInCard solved() {
        var said = List.of(
                new Said("Half of it broke", Mood.UPSET, Problem.QUALITY, "Ana Ruiz", MORNING),
                new Said("They got another", Mood.FRIENDLY, null, "Ben Okafor", NOON));
        return with(
                of("Harbour Books", TWO, State.DONE, Outcome.PROBLEM, said, List.of(), List.of()),
                new Disputed(Problem.QUALITY, "Ana Ruiz", "Ben Okafor", NOON, Resolution.CREDITED));
    }

    static CheckInCard paidAfterwards() {
        var paid = new Item("INV-1042", FRIDAY, Money.parse("EUR 0.00"), Standing.PAID);
        return of("Harbour Books", List.of(paid), State.DONE, Outcome.ON_TRACK, List.of(), List.of(), List.of());
    }

    static CheckInCard cancelled() {
        var paid = new Item("INV-1042", FRIDAY, Money.parse("EUR 0.00"), Standing.PAID);
        var voided = new Item("INV-1043", FRIDAY, Money.parse("EUR 0.00"), Standing.VOID);
        return of("Harbour Books", List.of(paid, voided), State.CANCELLED, null, List.of(), List.of(), List.of());
    }

    /** Nobody looks after the client, nobody can write to it, and its name and words are an attack. */
    static CheckInCard hostile() {
        var said = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Said("&<>".repeat(1000), Mood.UPSET, Problem.OTHER, HOSTILE, NOON))
                .toList();
        var invoices = IntStream.rangeClosed(1, 200)
                .mapToObj(n -> open(HOSTILE + n, "EUR 9999999999.99"))
                .toList();
        var card = of(HOSTILE, invoices, State.OPEN, null, said, List.of(), List.of());
        return new CheckInCard(
                card.id(),
                card.today(),
                card.client(),
                null,
                null,
                false,
                card.invoices(),
                card.state(),
                null,
                null,
                null,
                null,
                null,
                null,
                card.said(),
                new Disputed(Problem.OTHER, HOSTILE, HOSTILE, NOON, null),
                List.of(),
                Collections.nCopies(10, new OnHold(HOSTILE, FRIDAY, "&<>".repeat(1000), HOSTILE)),
                List.of(),
                new Letter(Reminder.State.UNKNOWN, HOSTILE, HOSTILE, NOON));
    }

    private static CheckInCard with(CheckInCard card, Disputed dispute, OnHold... holds) {
        return new CheckInCard(
                card.id(),
                card.today(),
                card.client(),
                card.accountManager(),
                card.away(),
                card.reachable(),
                card.invoices(),
                card.state(),
                card.holder(),
                card.claimedAt(),
                card.handedBy(),
                card.letGo(),
                card.outcome(),
                card.closedAt(),
                card.said(),
                dispute,
                card.promises(),
                List.of(holds),
                card.plans(),
                card.letter());
    }

    private static CheckInCard of(
            String client,
            List<Item> invoices,
            State state,
            Outcome outcome,
            List<Said> said,
            List<Promised> promises,
            List<Plan> plans) {
        var held = state == State.CLAIMED || state == State.DONE;
        return new CheckInCard(
                new CheckInId(17),
                FRIDAY.minusDays(4),
                client,
                "Ana Ruiz",
                null,
                true,
                invoices,
                state,
                held ? "Ben Okafor" : null,
                held ? MORNING : null,
                null,
                null,
                outcome,
                state.isClosed() ? NOON : null,
                said,
                null,
                promises,
                List.of(),
                plans,
                held ? new Letter(Reminder.State.SENT, outcome == null ? null : "Ana Ruiz", null, MORNING) : null);
    }
}
