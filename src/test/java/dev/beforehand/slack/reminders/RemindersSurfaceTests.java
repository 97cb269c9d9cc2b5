package dev.beforehand.slack.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.beforehand.calendar.DailyJobs;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.checkins.CheckInButtons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class RemindersSurfaceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final Posted CARD = new Posted("C0PRECEIVABLES", "1.000100");
    private static final GreenMail POST =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        POST.start();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> POST.getSmtp().getPort());
        registry.add("beforehand.mail.from", () -> "billing@brightwater.example");
        registry.add("beforehand.company.name", () -> "Brightwater Supplies");
    }

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderCards cards;

    @Autowired
    CheckIns checkIns;

    @Autowired
    DailyJobs dailyJobs;

    ClientId harbour;
    InvoiceId invoice;

    @BeforeEach
    void aClient() {
        harbour = ledger.client("Harbour & Sons", ledger.colleague("Ana Ruiz"));
        invoice = ledger.invoice("INV-1042", harbour, MONDAY, "EUR 1000.00");
    }

    @AfterEach
    void emptyTheMailbox() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        POST.getUserManager().listUser().forEach(user -> POST.getUserManager().deleteUser(user));
    }

    @Test
    void aLetterIsShownBeforeItIsSentAndReachesTheClient() throws Exception {
        var checkIn = flagged();

        clicks(ANA, CheckInButtons.SEND_REMINDER, checkIn, CARD);
        var modal = modal("views.open");
        assertThat(modal.toString()).contains("accounts@client.example", "INV-1042", "€1,000.00");
        assertThat(POST.getReceivedMessages()).isEmpty();

        assertThat(submits(ANA, modal, Map.of())).contains("\"response_action\":\"update\"", "leaves in a moment");
        await().until(() -> POST.getReceivedMessages().length == 1);
        var mail = POST.getReceivedMessages()[0];
        assertThat(mail.getFrom()[0].toString())
                .isEqualTo("\"Ana Ruiz, Brightwater Supplies\" <billing@brightwater.example>");
        assertThat(GreenMailUtil.getBody(mail)).contains("INV-1042");

        assertThat(submits(ANA, modal, Map.of())).contains("has its letter of today already");
        clicks(ANA, CheckInButtons.SEND_REMINDER, checkIn, CARD);
        assertThat(modal("views.open").toString()).contains("has its letter of today already");
        assertThat(POST.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatIsPaidWhileTheModalStandsOpenIsNotAskedFor() {
        var checkIn = flagged();
        clicks(ANA, CheckInButtons.SEND_REMINDER, checkIn, CARD);
        var modal = modal("views.open");
        ledger.paid(invoice, MONDAY);

        assertThat(submits(ANA, modal, Map.of())).contains("nothing is owed on these invoices any more");
        assertThat(POST.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCheckInThatIsGoneHasNoLetter() {
        clicks(ANA, CheckInButtons.SEND_REMINDER, 4711, CARD);

        assertThat(modal("views.open").toString()).contains("does not know this check-in any more");
    }

    @Test
    void aRefusedLetterHasACardFromWhichItIsTriedAgain() {
        stuck(State.FAILED, "The mail server said: 550 unknown");
        cards.showWaiting();
        await().until(() -> !shown().isEmpty());
        assertThat(shown())
                .contains("It could not be sent", "550 unknown", "Harbour &amp; Sons", "Try again")
                .doesNotContain("It arrived");

        clicks(ANA, ReminderBlocks.AGAIN, the().id(), CARD);

        await().until(() -> the().state() == State.SENT);
        await().until(() -> shown().contains("decided by Ana Ruiz"));
        assertThat(POST.getReceivedMessages()).hasSize(1);
        clicks(ANA, ReminderBlocks.AGAIN, the().id(), CARD);
        await().until(() -> !toldTo(ANA).isEmpty());
        assertThat(toldTo(ANA)).containsExactly("This letter was sent already.");
        assertThat(POST.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRefusedLetterIsLeftAndItsCardMovesNoMore() {
        stuck(State.FAILED, "The mail server said: 550 unknown");
        cards.showWaiting();
        await().until(() -> !shown().isEmpty());

        clicks(ANA, ReminderBlocks.LEAVE, the().id(), CARD);

        assertThat(the().state()).isEqualTo(State.CANCELLED);
        await().until(() -> shown().contains("Ana Ruiz left it at that"));
        assertThat(shown()).doesNotContain("Try again", "Leave it");
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(10, 0));
        cards.showWaiting();
        assertThat(FAKE.received("chat.postMessage")).hasSize(1);
        clicks(ANA, ReminderBlocks.LEAVE, the().id(), CARD);
        await().until(() -> !toldTo(ANA).isEmpty());
        assertThat(toldTo(ANA)).singleElement().asString().contains("cancelled in the meantime");
    }

    @Test
    void aLetterOfWhichNobodyKnowsHasACardThoughAllThatWasLost() {
        stuck(State.UNKNOWN, null);

        cards.showWaiting();
        cards.showWaiting();

        await().until(() -> !shown().isEmpty());
        assertThat(FAKE.received("chat.postMessage")).hasSize(1);
        assertThat(shown())
                .contains("It may have been sent or not", "Beforehand was stopped", "It arrived", "Send again");

        clicks(ANA, ReminderBlocks.ARRIVED, the().id(), CARD);
        assertThat(the().state()).isEqualTo(State.SENT);
        await().until(() -> shown().contains("decided by Ana Ruiz"));
        assertThat(POST.getReceivedMessages()).isEmpty();
    }

    @Test
    void aLetterThatSomebodyWantedAndThatDidNotLeaveHasOneCardThoughAllThatWasLost() {
        stuck(State.CANCELLED, "PAID");
        jdbc.sql("update reminder set decided_by = (select id from colleague)").update();

        cards.showWaiting();
        cards.showWaiting();

        await().until(() -> !shown().isEmpty());
        assertThat(FAKE.received("chat.postMessage")).hasSize(1);
        assertThat(shown()).contains("It was not sent", "it is paid. Ana Ruiz had it sent.");
    }

    @Test
    void aClickOnALetterThatIsGoneIsAnsweredWithASentence() {
        clicks(ANA, ReminderBlocks.ARRIVED, 4711, CARD);

        await().until(() -> !toldTo(ANA).isEmpty());
        assertThat(toldTo(ANA)).singleElement().asString().startsWith("Beforehand does not know this letter");
    }

    @Test
    void oneNoticeSaysThatLettersWaitAndLaterThatTheyWaitNoMore() {
        POST.stop();
        clock.moveTo(MONDAY, LocalTime.of(23, 0));
        dailyJobs.runDue();
        clock.moveTo(MONDAY, LocalTime.of(23, 30));
        try {
            dailyJobs.runDue();
            await().until(() -> said("chat.postMessage", "1 letter of Mon 17 Jun waits") == 1);
            dailyJobs.runDue();
        } finally {
            POST.start();
        }

        dailyJobs.runDue();

        await().until(() -> said("chat.update", "are on their way") == 1);
        assertThat(said("chat.postMessage", "1 letter of Mon 17 Jun waits")).isEqualTo(1);
        assertThat(the().state()).isEqualTo(State.SENT);
    }

    private CheckInId flagged() {
        checkIns.flag(MONDAY);
        return new CheckInId(
                jdbc.sql("select id from check_in").query(Long.class).single());
    }

    private void stuck(State state, @Nullable String reason) {
        jdbc.sql("""
                        insert into reminder (client_id, step, day, state, message_id, reason, attempts, changed_at)
                        values (?, 0, ?, ?, '<lost@brightwater.example>', ?, 1, ?)""")
                .param(harbour.value())
                .param(MONDAY)
                .param(state.name())
                .param(reason)
                .param(clock.millis())
                .update();
        jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)
                        select id, ?, 0, ?, 100000, 'EUR' from reminder""").params(invoice.value(), MONDAY).update();
    }

    private Reminder the() {
        var id = jdbc.sql("select id from reminder").query(Long.class).single();
        return reminders.find(new ReminderId(id)).orElseThrow();
    }

    /** The same one after a stop. */
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the message that was posted or changed last shows. */
    private static long said(String method, String words) {
        return FAKE.received(method).stream()
                .filter(received -> received.fields().getOrDefault("text", "").contains(words))
                .count();
    }

    private static String shown() {
        var last = List.of("chat.update", "chat.postMessage").stream()
                .map(FAKE::received)
                .filter(received -> !received.isEmpty())
                .map(List::getLast)
                .map(Received::fields)
                .findFirst()
                .orElse(Map.of("text", ""));
        return last.getOrDefault("text", "") + last.getOrDefault("blocks", "");
    }
}
