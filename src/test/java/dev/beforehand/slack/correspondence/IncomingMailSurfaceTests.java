package dev.beforehand.slack.correspondence;

import static dev.beforehand.database.TestClock.MONDAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.AnswerNotSent;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Correspondence.Kind;
import dev.beforehand.correspondence.Correspondence.Outgoing;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.DeliveryReport;
import dev.beforehand.mail.DeliveryReport.Outcome;
import dev.beforehand.mail.DeliveryReport.Recipient;
import dev.beforehand.mail.IncomingAttachment;
import dev.beforehand.mail.IncomingMail;
import dev.beforehand.mail.IncomingMailHandler;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.slack.DigestOnDemand;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IncomingMailSurfaceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String DANA = "U0DANALINDQVIST";
    private static final String LETTER = "<letter@brightwater.example>";
    private static final String CONTACT = "accounts@client.example";
    private static final Posted CARD = new Posted("C0PRECEIVABLES", "1.000100");
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

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
    IncomingMailHandler mails;

    @Autowired
    Correspondence correspondence;

    @Autowired
    IncomingCards cards;

    @Autowired
    CheckIns checkIns;

    @Autowired
    DigestOnDemand digest;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Promises promises;

    @Autowired
    PlatformTransactionManager transactions;

    ClientId harbour;
    ColleagueId ana;

    @BeforeEach
    void aLetterWasSent() {
        ana = ledger.colleague("Ana Ruiz");
        ledger.colleague("Dana Lindqvist");
        harbour = ledger.client("Harbour & Sons", ana);
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> correspondence.outgoing(List.of(new Outgoing(LETTER, harbour, Kind.LETTER))));
    }

    @AfterEach
    void emptyTheMailbox() throws Exception {
        POST.purgeEmailFromAllMailboxes();
    }

    @Test
    void aReplyIsShownAndAnsweredFromSlack() throws Exception {
        arrives(CONTACT, LETTER, "We pay on Friday.", null);
        await().until(() -> shown().contains("has answered the letter of Mon 17 Jun"));
        assertThat(shown()).contains("Harbour &amp; Sons", "We pay on Friday.", "No letter leaves");

        clicks(ANA, IncomingButtons.ANSWER, id(), CARD);
        var form = modal("views.open");
        assertThat(form.toString()).contains(CONTACT);
        assertThat(submits(ANA, form, Map.of(AnswerModal.TEXT, text("  ")))).contains("Please write something");
        assertThat(submits(ANA, form, Map.of(AnswerModal.TEXT, text("Thank you!"))))
                .isEmpty();

        await().until(() -> POST.getReceivedMessages().length == 1);
        var answer = POST.getReceivedMessages()[0];
        assertThat(answer.getSubject()).isEqualTo("Re: Invoice INV-1");
        assertThat(answer.getHeader("In-Reply-To")[0]).endsWith("@client.example>");
        assertThat(answer.getHeader("References")[0]).contains(LETTER);
        assertThat(answer.getHeader("Auto-Submitted")).isNull();
        await().until(() -> shown().contains("Answered by Ana Ruiz"));
        assertThat(shown()).doesNotContain(IncomingButtons.ANSWER, IncomingButtons.NO_ACTION);

        assertThat(submits(DANA, form, Map.of(AnswerModal.TEXT, text("Me too"))))
                .contains("Ana Ruiz has seen to this");
        assertThat(POST.getReceivedMessages()).hasSize(1);
    }

    @Test
    void ofTwoWhoSeeToItTheSecondIsTold() {
        arrives(CONTACT, LETTER, "Thank you", null);
        await().until(() -> shown().contains("has answered"));

        clicks(ANA, IncomingButtons.NO_ACTION, id(), CARD);
        await().until(() -> shown().contains("Ana Ruiz: no action"));
        clicks(DANA, IncomingButtons.NO_ACTION, id(), CARD);
        clicks(DANA, IncomingButtons.ANSWER, id(), CARD);

        await().until(() -> toldTo(DANA).size() == 2);
        assertThat(toldTo(DANA)).containsOnly("Ana Ruiz has seen to this already.");
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
    }

    @Test
    void whatTheClientPromisesIsAboutTheInvoicesOfTheLetterAndSettlesThatMailAlone() {
        var asked = ledger.invoice("INV-1", harbour, MONDAY.minusDays(14), "EUR 100.00");
        var other = ledger.invoice("INV-2", harbour, MONDAY.plusDays(3), "EUR 70.00");
        checkIns.flag(MONDAY);
        letterAbout(asked);
        arrives(CONTACT, LETTER, "We pay on Friday.", null);
        await().until(() -> shown().contains("We pay on Friday."));
        var first = id();
        arrives(CONTACT, LETTER, "And what about our claim?", null);
        await().until(() -> shown().contains("our claim"));

        clicks(ANA, "agreement:button:PROMISE", "PROMISE mail:" + first, CARD);
        var form = modal("views.open");
        assertThat(form.toString()).contains("INV-1", "100.00").doesNotContain("INV-2");
        assertThat(submits(ANA, form, Map.of("day", Map.of("type", "datepicker", "selected_date", "2013-06-21"))))
                .contains("Noted: *Harbour", "pays €100.00 by Fri 21 Jun 2013");

        assertThat(promises.covering(List.of(asked, other), MONDAY)).containsOnlyKeys(asked);
        await().until(() -> shown().contains("Written down by Ana Ruiz"));
        assertThat(correspondence.waitingOf(harbour))
                .extracting(Incoming::text)
                .containsExactly("And what about our claim?");
    }

    @Test
    void aFormAboutAMailDoesNotWidenToAllThatIsOwedOnceItsLetterIsPaid() throws Exception {
        var asked = ledger.invoice("INV-1", harbour, MONDAY.minusDays(14), "EUR 100.00");
        var other = ledger.invoice("INV-2", harbour, MONDAY.plusDays(3), "EUR 100.00");
        letterAbout(asked);
        arrives(CONTACT, LETTER, "We pay on Friday.", null);
        await().until(() -> shown().contains("We pay on Friday."));
        clicks(ANA, "agreement:button:PROMISE", "PROMISE mail:" + id(), CARD);
        var form = modal("views.open");
        ledger.paid(asked, MONDAY);

        assertThat(submits(ANA, form, Map.of("day", Map.of("type", "datepicker", "selected_date", "2013-06-21"))))
                .contains("What this is about has changed", "INV-2");

        assertThat(promises.covering(List.of(asked, other), MONDAY)).isEmpty();
        assertThat(correspondence.waitingOf(harbour)).hasSize(1);
    }

    /** The letter that the client answers. */
    private void letterAbout(InvoiceId invoice) {
        jdbc.sql("""
                        insert into reminder (id, client_id, step, day, state, message_id, attempts, changed_at)
                        values (1, ?, 14, '2013-06-17', 'SENT', ?, 1, 0)""").params(harbour.value(), LETTER).update();
        jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)
                        values (1, ?, 14, '2013-06-03', 10000, 'EUR')""").param(invoice.value()).update();
    }

    @Test
    void aBounceHasACardFromWhichTheAddressIsAllowedAgain() {
        arrives(
                "mailer-daemon@client.example",
                null,
                "",
                new DeliveryReport(
                        LETTER, List.of(new Recipient(CONTACT, Outcome.FAILED, "5.1.1", "550 no such user"))));
        await().until(() -> shown().contains("could not be delivered"));
        assertThat(shown()).contains(CONTACT, "550 no such user", "clients.csv");
        assertThat(correspondence.suspended(List.of(CONTACT))).isNotEmpty();

        clicks(ANA, IncomingButtons.REACHABLE, id(), CARD);

        await().until(() -> shown().contains("the address is right again"));
        assertThat(correspondence.suspended(List.of(CONTACT))).isEmpty();
    }

    @Test
    void whatNeedsNobodyIsShownWithoutAButton() {
        arrives("ana.ruiz@brightwater.example", LETTER, "Fwd: they will pay on Friday", null);
        await().until(() -> shown().contains("has written about Harbour &amp; Sons"));
        assertThat(shown()).contains("they will pay on Friday").doesNotContain("actions");

        var late = new DeliveryReport(LETTER, List.of(new Recipient(CONTACT, Outcome.DELAYED, "4.2.2", "busy")));
        arrives("mailer-daemon@client.example", null, "", late);
        await().until(() -> shown().contains("is still tried"));
        assertThat(shown()).contains("Further letters rest until").doesNotContain("actions");
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
    }

    @Test
    void whatCameAlongIsPutIntoTheThreadOnceAndByAPerson() {
        arrives(
                CONTACT,
                "A long story. ".repeat(300),
                new IncomingAttachment("proof.pdf", "application/pdf", 5, "bytes".getBytes(UTF_8)),
                new IncomingAttachment("empty.txt", "text/plain", 0, new byte[0]),
                new IncomingAttachment("film.mov", "video/quicktime", 30_000_000, null));
        await().until(() -> shown().contains("A long story."));
        assertThat(shown()).contains("Show all", "film.mov (28.6 MB, in the mailbox only)");
        assertThat(FAKE.received("files.getUploadURLExternal")).isEmpty();

        clicks(ANA, IncomingButtons.FILES, id(), CARD);

        await().until(() -> shown().contains("the whole of it stands in this thread"));
        assertThat(shown()).doesNotContain("\"" + IncomingButtons.FILES);
        assertThat(FAKE.received("files.getUploadURLExternal"))
                .extracting(received -> received.fields().get("filename"))
                .containsExactly("mail.txt", "proof.pdf");
        assertThat(FAKE.received("file")).last().extracting(Received::fields).isEqualTo(Map.of("content", "bytes"));
        var shared = FAKE.received("files.completeUploadExternal").getFirst().fields();
        assertThat(shared.get("initial_comment"))
                .contains("From the mail of <!date^", "shown by Ana Ruiz")
                .doesNotContain("not known", "INV-1", "Jo", CONTACT);
        assertThat(shared.get("thread_ts")).isEqualTo(threadOf(id()));
        assertThat(jdbc.sql("select count(*) from activity where kind = 'FILES_SHOWN'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        clicks(DANA, IncomingButtons.FILES, id(), CARD);
        await().until(() -> toldTo(DANA).contains("This stands in the thread already."));
        assertThat(FAKE.received("files.completeUploadExternal")).hasSize(1);
    }

    @Test
    void ofTwoWhoPressAtOnceOneShowsTheFiles() {
        arrives(CONTACT, "See there", new IncomingAttachment("a.pdf", "application/pdf", 5, "bytes".getBytes(UTF_8)));
        await().until(() -> shown().contains("Show attachments"));

        clicks(ANA, IncomingButtons.FILES, id(), CARD);
        clicks(DANA, IncomingButtons.FILES, id(), CARD);

        await().until(() -> toldTo(ANA).size() + toldTo(DANA).size() == 1);
        await().until(() -> !shown().contains("Show attachments"));
        assertThat(FAKE.received("files.completeUploadExternal")).hasSize(1);
    }

    @Test
    void filesThatSlackDoesNotTakeCanBeShownAgainAndThoseInDoubtOnlyLater() {
        arrives(CONTACT, "See there", new IncomingAttachment("a.pdf", "application/pdf", 5, "bytes".getBytes(UTF_8)));
        await().until(() -> shown().contains("Show attachments"));

        FAKE.answers("files.completeUploadExternal", FakeSlack.error("not_in_channel"));
        clicks(ANA, IncomingButtons.FILES, id(), CARD);
        await().until(() -> toldTo(ANA).toString().contains("Beforehand is not in"));
        FAKE.answers("files.completeUploadExternal", FakeSlack.error("internal_error"));
        clicks(ANA, IncomingButtons.FILES, id(), CARD);
        await().until(() -> toldTo(ANA).toString().contains("nobody knows whether"));
        clicks(ANA, IncomingButtons.FILES, id(), CARD);
        await().until(() -> toldTo(ANA).toString().contains("on its way"));
        assertThat(FAKE.received("files.completeUploadExternal")).hasSize(2);

        jdbc.sql("update slack_post set claimed_at = 0 where subject like 'files:%'")
                .update();
        clicks(ANA, IncomingButtons.FILES, id(), CARD);
        await().until(() -> !shown().contains("Show attachments"));
        assertThat(FAKE.received("files.completeUploadExternal")).hasSize(3);
    }

    @Test
    void whereTheThreadIsGoneTheMailIsShownInTheChannel() {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(3), "EUR 100.00");
        digest.show();
        FAKE.forgetAll();
        FAKE.answers("chat.postMessage", FakeSlack.error("thread_not_found"));

        arrives(CONTACT, LETTER, "We pay on Friday.", null);

        await().until(() -> FAKE.received("chat.postMessage").size() == 2);
        assertThat(shown()).contains("We pay on Friday.");
        assertThat(FAKE.received("chat.postMessage").getFirst().fields()).containsKey("thread_ts");
        assertThat(FAKE.received("chat.postMessage").getLast().fields()).doesNotContainKey("thread_ts");
    }

    @Test
    void theAuthorOfAnAnswerThatDidNotLeaveIsTold() {
        arrives(CONTACT, LETTER, "We pay on Friday.", null);
        await().until(() -> shown().contains("We pay on Friday.") && isNoted(id()));
        var answer = new Answer(
                "<answer@brightwater.example>",
                new IncomingId(id()),
                ana,
                "Re: Invoice INV-1",
                "Thank you",
                Answer.State.FAILED,
                Sentence.asIs("550 no such user."),
                clock.instant());

        jdbc.sql(
                        "insert into outgoing_mail (message_id, client_id, kind, token, at) select ?, id, 'REPLY', 't', 0 from client")
                .param(answer.messageId())
                .update();
        jdbc.sql("""
                        insert into answer
                            (message_id, incoming_mail_id, author_id, subject, text, state, reason, changed_at)
                        values (?, ?, ?, ?, ?, 'FAILED', ?, 0)""")
                .params(answer.messageId(), id(), ana.value(), answer.subject(), answer.text(), answer.reason())
                .update();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new AnswerNotSent(answer)));

        await().until(() -> FAKE.received("chat.postMessage").size() == 2);
        var told = FAKE.received("chat.postMessage").getLast().fields();
        assertThat(told.get("channel")).isEqualTo("D" + ANA);
        assertThat(told.get("text"))
                .contains("Your answer to Jo, " + CONTACT + " could not be sent. 550 no such user.")
                .contains("|the card of the mail>");
        assertThat(told.get("blocks")).contains("\"verbatim\":true");
    }

    @Test
    void aCardThatWasLostIsPostedOnce() {
        arrives("who@else.example", null, "Hello?", null);
        await().until(() -> shown().contains("belongs to no client"));
        jdbc.sql("delete from slack_post").update();
        FAKE.forgetAll();

        cards.showWaiting();
        cards.showWaiting();

        await().until(() -> !shown().isEmpty());
        assertThat(FAKE.received("chat.postMessage")).hasSize(1);
        assertThat(shown()).contains("Hello?", "No action").doesNotContain(IncomingButtons.ANSWER);
    }

    private void arrives(String from, String text, IncomingAttachment... attachments) {
        arrives(from, LETTER, text, null, List.of(attachments));
    }

    private void arrives(String from, @Nullable String answered, String text, @Nullable DeliveryReport report) {
        arrives(from, answered, text, report, List.of());
    }

    private void arrives(
            String from,
            @Nullable String answered,
            String text,
            @Nullable DeliveryReport report,
            List<IncomingAttachment> attachments) {
        var key = UUID.randomUUID().toString();
        mails.arrived(new IncomingMail(
                key,
                "<" + key + "@client.example>",
                answered == null ? List.of() : List.of(answered),
                new MailAddress(from, "Jo"),
                null,
                List.of("billing@brightwater.example"),
                "Re: Invoice INV-1",
                text,
                attachments,
                report == null ? IncomingMail.Kind.HUMAN : IncomingMail.Kind.REPORT,
                report,
                false));
    }

    /** Whether it is known by now where the card stands. */
    private boolean isNoted(long mail) {
        return jdbc.sql("select count(*) from slack_post where subject = ? and ts is not null")
                        .param("incoming:" + mail)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private String threadOf(long mail) {
        return jdbc.sql("select coalesce(thread_ts, ts) from slack_post where subject = ?")
                .param("incoming:" + mail)
                .query(String.class)
                .single();
    }

    private long id() {
        return jdbc.sql("select max(id) from incoming_mail").query(Long.class).single();
    }

    /** What the message that was posted or changed last shows. */
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
