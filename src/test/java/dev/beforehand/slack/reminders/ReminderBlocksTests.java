package dev.beforehand.slack.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Letter;
import dev.beforehand.letters.LetterModel;
import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Tone;
import dev.beforehand.letters.Wording;
import dev.beforehand.reminders.Mode;
import dev.beforehand.reminders.Preview;
import dev.beforehand.reminders.Reason;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.Reminder.Words;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.SendNow;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.SlackMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderBlocksTests {

    private static final LocalDate MONDAY = LocalDate.of(2013, 6, 17);
    private static final String HOSTILE = "<!channel> *& ```".repeat(40);

    private final Phrases phrases = Phrases.packaged();
    private final ReminderBlocks blocks = new ReminderBlocks(phrases);
    private final LetterView views = new LetterView(phrases, blocks, new Modals(phrases));

    @Test
    void eachStuckLetterHasItsCard() {
        assertGolden("letter-failed", card(State.FAILED, "The mail server said: 550 5.1.1 unknown mailbox", null));
        assertGolden("letter-unknown", card(State.UNKNOWN, "The connection was lost.", null));
        assertGolden("letter-unknown-after-a-crash", card(State.UNKNOWN, null, null));
        assertGolden("letter-refused-when-sent-again", sentAgain("The mail server said: 550 5.1.1 unknown mailbox"));
        assertGolden("letter-kept-back-when-sent-again", sentAgain(Reason.REPLY_WAITS.name()));
        assertGolden("letter-sent-after-all", card(State.SENT, null, "Dana Lindqvist"));
        assertGolden("letter-left", card(State.CANCELLED, Reason.LEFT.name(), "Dana Lindqvist"));
        assertGolden("letter-not-arrived", card(State.CANCELLED, Reason.NOT_ARRIVED.name(), "Dana Lindqvist"));
        assertGolden("letter-cancelled", card(State.CANCELLED, Reason.PAID.name(), null));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateFitsWhateverItHolds(State state) {
        var reason = state == State.CANCELLED ? Reason.NO_ACCOUNT_MANAGER.name() : HOSTILE;
        var many = IntStream.range(0, 300)
                .mapToObj(n -> named(n + HOSTILE, "EUR 99999999999.99", n % 3 == 0 ? Reason.NO_CONTACT : null))
                .toList();
        var reminder = reminder(state, reason, HOSTILE, many);

        var message = blocks.message(new ReminderCard(reminder, HOSTILE, HOSTILE, HOSTILE, HOSTILE));

        assertAccepted(message);
        assertThat(json(message.blocks())).doesNotContain("<!channel>");
        assertThat(message.text()).doesNotContain("<!channel>");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonIsASentence(Reason reason) {
        var view = views.held(new SendNow.Held(reason, reason == Reason.PROMISED ? MONDAY.plusDays(4) : null));

        assertThat(Golden.refusals(json(view))).isEmpty();
        assertThat(json(view)).containsPattern("No letter can leave now: [^{}\"]+\\.\"");
    }

    @Test
    void theModalShowsTheLetter() {
        var lines =
                List.of(line("INV-1042", MONDAY.minusDays(3), "EUR 1250.00"), line("INV-1050", MONDAY, "USD 80.00"));
        var letter = LetterRenderer.packaged(Locale.UK)
                .render(
                        new LetterModel(
                                new LetterModel.Recipient("Müller & Söhne <Bau>", "Jo & Co", null, null, Locale.UK),
                                new LetterModel.Sender("Ana Ruiz", "ana@brightwater.example", "Brightwater Supplies"),
                                lines,
                                MONDAY),
                        Wording.of(3));

        var view = views.render(ready(letter), "17");

        assertThat(Golden.refusals(json(view))).isEmpty();
        Golden.assertSlack("letter-now", view);
        Golden.assertSlack("letter-now-held", views.held(new SendNow.Held(Reason.PROMISED, MONDAY.plusDays(4))));
        Golden.assertSlack("letter-now-requested", views.requested());
    }

    @Test
    void aLetterOfAnyLengthFitsAndStaysOneQuotation() {
        var text = (HOSTILE + "\n" + "x".repeat(5000) + "\n").repeat(500);

        var view = views.render(ready(new Letter("<!channel> &", "<p>", text, Locale.UK)), "17");

        assertThat(Golden.refusals(json(view))).isEmpty();
        assertThat(json(view)).contains("The letter goes on").doesNotContain("<!channel>");
        assertThat(json(view).split("```", -1)).hasSize(2 * 4 + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, -",
        "1, so 1 more leaves with this one: INV-1",
        "3, 'so 3 more leave with this one: INV-1, INV-2, INV-3'",
        "12, INV-10 and 2 more"
    })
    void whereEachInvoiceHasItsLetterTheModalNamesTheOthers(int others, String said) {
        var numbers = IntStream.rangeClosed(1, others).mapToObj(n -> "INV-" + n).toList();
        var letter = new Letter("Subject", "<p>", "Text", Locale.UK);
        var ready = new Preview.Ready(letter, "jo@client.example", "Ana Ruiz", List.of(new InvoiceId(1)), numbers);

        var view = json(views.render(ready, "17"));

        assertThat(view).contains(others == 0 ? "Subject" : said);
        assertThat(view.contains("a letter for each invoice")).isEqualTo(others > 0);
    }

    private void assertGolden(String name, ReminderCard card) {
        var message = blocks.message(card);
        assertAccepted(message);
        Golden.assertSlack(name, message.blocks());
    }

    private static void assertAccepted(SlackMessage message) {
        assertThat(Golden.refusals(json(message.blocks()))).isEmpty();
    }

    private static String json(Object slack) {
        return GsonFactory.createSnakeCase().toJson(slack);
    }

    private static Preview.Ready ready(Letter letter) {
        return new Preview.Ready(letter, "jo@client.example", "Ana Ruiz", List.of(new InvoiceId(1)));
    }

    private static ReminderCard card(State state, @Nullable String reason, @Nullable String decidedBy) {
        var leftOut = Reason.PAID.name().equals(reason) ? Reason.PAID : null;
        var invoices = List.of(named("INV-1042", "EUR 1250.00", leftOut), named("INV-1050", "USD 80.00", Reason.PAID));
        var requestedBy = state == State.CANCELLED ? "Ben Okafor" : null;
        return new ReminderCard(
                reminder(state, reason, "jo@client.example", invoices),
                "Müller & Söhne <Bau>",
                "Ana Ruiz",
                requestedBy,
                decidedBy);
    }

    private static ReminderCard sentAgain(String reason) {
        var invoices = List.of(named("INV-1042", "EUR 1250.00", null));
        var reminder = reminder(State.UNKNOWN, true, reason, "jo@client.example", invoices);
        return new ReminderCard(reminder, "Müller & Söhne <Bau>", "Ana Ruiz", null, "Dana Lindqvist");
    }

    private static Reminder reminder(State state, @Nullable String reason, String recipient, List<Named> invoices) {
        return reminder(state, false, reason, recipient, invoices);
    }

    private static Reminder reminder(
            State state, boolean inDoubt, @Nullable String reason, String recipient, List<Named> invoices) {
        return new Reminder(
                new ReminderId(9),
                Reminder.Kind.REMINDER,
                new ClientId(7),
                "Standard",
                Mode.VETO,
                3,
                new Words("overdue-3", Tone.NEUTRAL, null, null),
                null,
                MONDAY,
                new Opening(Instant.parse("2013-06-17T09:00:00Z"), Instant.parse("2013-06-17T16:00:00Z")),
                state,
                inDoubt,
                "<5f0c@brightwater.example>",
                new ColleagueId(2),
                null,
                recipient,
                "subject",
                reason,
                1,
                Instant.parse("2013-06-17T09:00:00Z"),
                invoices);
    }

    private static Named named(String number, String balance, @Nullable Reason leftOut) {
        return new Named(new InvoiceId(1), number, 3, MONDAY.minusDays(3), Money.parse(balance), false, leftOut);
    }

    private static LetterModel.Line line(String number, LocalDate due, String balance) {
        return new LetterModel.Line(number, due.minusDays(30), due, Money.parse(balance), false);
    }
}
