package dev.beforehand.slack.digest;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.calendar.DailyJobs;
import dev.beforehand.checkins.Holds;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.digest.LetterList.Choice;
import dev.beforehand.slack.digest.LetterList.Chosen;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class LetterVetoTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final Posted DIGEST = new Posted("C0PRECEIVABLES", "1.000100");
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
    MorningDigestJob job;

    @Autowired
    DailyJobs dailyJobs;

    @Autowired
    Reminders reminders;

    @Autowired
    Holds holds;

    @Autowired
    DigestPageView pages;

    ColleagueId ana;
    ClientId harbour;
    InvoiceId late;
    InvoiceId today;
    ReminderId toHarbour;
    ReminderId toMill;

    @BeforeEach
    void aMorningWithTwoLetters() {
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
        late = ledger.invoice("INV-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
        today = ledger.invoice("INV-2", harbour, MONDAY, "EUR 70.00");
        ledger.invoice("INV-3", ledger.client("Mill Lane", ana), MONDAY, "EUR 30.00");
        job.run(MONDAY);
        toHarbour = letterTo("Harbour Books");
        toMill = letterTo("Mill Lane");
    }

    @AfterEach
    void emptyTheMailbox() throws Exception {
        POST.purgeEmailFromAllMailboxes();
    }

    @Test
    void aHeldLetterStaysAndTheDigestNamesWhoHeldIt() {
        choosesInMenu(ANA, Choice.HOLD, toHarbour);
        await().untilAsserted(() -> assertThat(digest()).contains("held by Ana Ruiz"));

        choosesInMenu(ANA, Choice.HOLD, toHarbour);
        await().untilAsserted(() -> assertThat(toldTo(ANA)).containsExactly("This letter is held already."));
        clock.moveTo(MONDAY, LocalTime.of(23, 30));
        dailyJobs.runDue();

        assertThat(subjects()).singleElement().asString().contains("INV-3");
        assertThat(reminders.find(toHarbour).orElseThrow().state()).isEqualTo(State.HELD);
    }

    @Test
    void aLetterThatIsSentNowLeavesOnceHoweverOftenItIsClicked() {
        choosesInMenu(ANA, Choice.SEND, toMill);
        choosesInMenu(ANA, Choice.SEND, toMill);

        await().until(() -> reminders.find(toMill).orElseThrow().state() == State.SENT);
        choosesInMenu(ANA, Choice.SEND, toMill);

        await().untilAsserted(() -> assertThat(toldTo(ANA)).endsWith("This letter was sent already."));
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void aClickOnALetterThatHasLeftIsRefusedAndTheDigestSaysThatItHas() {
        choosesInMenu(ANA, Choice.SEND, toMill);
        await().untilAsserted(() -> assertThat(digest()).contains(", sent"));
        FAKE.forgetAll();

        choosesInMenu(ANA, Choice.HOLD, toMill);
        await().untilAsserted(() -> assertThat(toldTo(ANA)).containsExactly("This letter was sent already."));
        await().untilAsserted(() -> assertThat(digest()).contains(", sent"));

        choosesInMenu(ANA, Choice.EDIT, toMill);
        await().untilAsserted(
                        () -> assertThat(toldTo(ANA)).hasSize(2).last().isEqualTo("This letter was sent already."));
        assertThat(FAKE.received("views.open")).isEmpty();
    }

    @Test
    void aClickOnALetterThatNobodyKnowsIsAnsweredWithASentence() {
        for (var choice : Choice.values()) {
            choosesInMenu(ANA, choice, new ReminderId(4711));
        }

        await().untilAsserted(() -> assertThat(toldTo(ANA))
                .hasSize(Choice.values().length)
                .allMatch(told -> told.startsWith("Beforehand does not know this letter any more.")));
    }

    @Test
    void aDroppedLineStaysOutUntilItIsTakenInAgain() {
        var form = opensTheForm(toHarbour);
        assertThat(chosen(form)).containsExactly(late.toString(), today.toString());

        assertThat(submits(ANA, form, edited("As we said", "Thank you for the talk.", today)))
                .isEmpty();
        submits(ANA, form, edited("As we said", "Thank you for the talk.", today));
        await().untilAsserted(() -> assertThat(digest()).contains("*Harbour Books* INV-2 €70.00"));

        var again = opensTheForm(toHarbour);
        assertThat(offered(again)).containsExactly(late.toString(), today.toString());
        assertThat(chosen(again)).containsExactly(today.toString());
        assertThat(again.toString()).contains("As we said", "Thank you for the talk.");

        submits(ANA, again, edited("As we said", "", late, today));
        await().untilAsserted(() -> assertThat(digest()).contains("*Harbour Books* INV-1, INV-2 €170.00"));
        assertThat(opensTheForm(toHarbour).toString()).doesNotContain("Thank you for the talk.");
    }

    @Test
    void aSubjectThatIsEmptiedOrLeftAloneIsTheUsualOne() {
        var form = opensTheForm(toHarbour);
        var usual = subject(form);
        submits(ANA, form, edited(usual, "", today));
        assertThat(subject(opensTheForm(toHarbour))).isNotEqualTo(usual).contains("INV-2");

        submits(ANA, opensTheForm(toHarbour), edited("As we said", "", late, today));
        assertThat(subject(opensTheForm(toHarbour))).isEqualTo("As we said");

        submits(ANA, opensTheForm(toHarbour), edited("", "", late, today));
        assertThat(subject(opensTheForm(toHarbour))).isEqualTo(usual);
    }

    @Test
    void aLetterIsNotEmptied() {
        assertThat(submits(ANA, opensTheForm(toHarbour), edited("As we said", "")))
                .contains("\"invoices\":\"No invoice would be left in this letter. Hold it instead.\"");

        assertThat(letter(toHarbour).named()).hasSize(2);
    }

    @Test
    void anEditThatComesTooLateIsRefusedAndTheDigestSaysWhy() {
        var form = opensTheForm(toMill);
        choosesInMenu(ANA, Choice.SEND, toMill);
        await().untilAsserted(() -> assertThat(digest()).contains(", sent"));
        FAKE.forgetAll();

        assertThat(submits(ANA, form, edited("Too late", "")))
                .contains("\"subject\":\"This letter was sent already.\"");

        await().untilAsserted(() -> assertThat(digest()).contains(", sent"));
        assertThat(subjects()).singleElement().asString().doesNotContain("Too late");
    }

    @Test
    void hostileWordsStayWordsInTheLetter() throws Exception {
        var words = "Hi\r\nBcc: evil@example.com <b>*now*</b> & <!channel>";
        var note = "<script>alert(1)</script> & *bold* {{client}}";
        submits(ANA, opensTheForm(toMill), edited(words, note));
        assertThat(subject(opensTheForm(toMill))).isEqualTo(words.replace("\r\n", " "));

        choosesInMenu(ANA, Choice.SEND, toMill);
        await().until(() -> POST.getReceivedMessages().length == 1);

        var mail = POST.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo(words.replace("\r\n", " "));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(part(mail, 0)).contains(note);
        assertThat(part(mail, 1))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; *bold* {{client}}")
                .doesNotContain("<script");
    }

    @Test
    void anInvoiceNumberFromOutsideIsNoMarkupInTheDigest() {
        ledger.invoice("<!channel>", ledger.client("Quayside", ana), MONDAY, "EUR 10.00");

        reminders.plan(MONDAY);
        job.run(MONDAY);

        await().untilAsserted(() -> assertThat(digest())
                .contains("*Quayside* \\u0026lt;!channel\\u0026gt; €10.00 due Mon 17 Jun (step: on the day)"));
    }

    @Test
    void withNobodyToWriteToThereIsNothingToEdit() {
        jdbc.sql("update client set contact_email = null where id = ?")
                .param(harbour.value())
                .update();

        choosesInMenu(ANA, Choice.EDIT, toHarbour);

        await().untilAsserted(() -> assertThat(toldTo(ANA))
                .singleElement()
                .asString()
                .contains("there is no e-mail address for this client; add it to clients.csv"));
        assertThat(FAKE.received("views.open")).isEmpty();
    }

    @Test
    void allAreHeldAtOnceAfterAQuestion() {
        assertThat(digest()).contains("Hold all letters?", "2 letters of the day have not left yet");
        choosesInMenu(ANA, Choice.HOLD, toMill);

        clicks(ANA, LetterList.HOLD_ALL, MONDAY, DIGEST);
        await().untilAsserted(
                        () -> assertThat(toldTo(ANA)).singleElement().asString().startsWith("1 letter is held."));
        clicks(ANA, LetterList.HOLD_ALL, MONDAY, DIGEST);
        await().untilAsserted(() -> assertThat(toldTo(ANA))
                .hasSize(2)
                .last()
                .isEqualTo("All of these letters have left, or are held already."));

        clock.moveTo(MONDAY, LocalTime.of(23, 30));
        dailyJobs.runDue();
        assertThat(subjects()).isEmpty();
    }

    @Test
    void whoHoldsAllIsToldOfThoseThatSomebodyHadAskedFor() {
        clock.moveTo(MONDAY, LocalTime.of(5, 0));
        jdbc.sql("update reminder set state = 'PENDING', decided_by = ? where id = ?")
                .params(ana.value(), toMill.value())
                .update();

        clicks(ANA, LetterList.HOLD_ALL, MONDAY, DIGEST);

        await().untilAsserted(() -> assertThat(toldTo(ANA))
                .containsExactly(
                        "2 letters are held. Whoever wants one to leave after all finds *Send now* in its menu."
                                + " 1 of them is a letter that somebody had asked for."));
    }

    @Test
    void thatNotAllCouldBeHeldIsSaid() {
        FAKE.answers("users.info", FakeSlack.json("{\"ok\":true,\"user\":{\"id\":\"U0STRANGER\"}}"));

        clicks("U0STRANGER", LetterList.HOLD_ALL, MONDAY, DIGEST);

        await().untilAsserted(() -> assertThat(toldTo("U0STRANGER"))
                .singleElement()
                .asString()
                .startsWith("Something went wrong, and not all letters are held."));
        assertThat(letter(toMill).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void aPageOfLettersShowsWhatBecameOfThem() {
        var page = page();

        clicks(ANA, LetterList.HOLD_ALL, MONDAY, page);
        await().untilAsserted(() ->
                assertThat(shownPage()).containsOnlyOnce("€170.00").contains("held by Ana Ruiz"));

        choosesInMenu(ANA, LetterList.MENU, new Chosen(Choice.EDIT, toHarbour).value(), page);
        await().until(() -> !FAKE.received("views.push").isEmpty());
        var form = modal("views.push");
        form.addProperty("previous_view_id", "V1");
        submits(ANA, form, edited("As we said", "", today));
        await().untilAsserted(() -> assertThat(shownPage()).contains("€70.00").doesNotContain("€170.00"));

        choosesInMenu(ANA, LetterList.MENU, new Chosen(Choice.SEND, toHarbour).value(), page);
        await().until(() -> POST.getReceivedMessages().length == 1);
        FAKE.forgetAll();
        await().until(() -> reminders.find(toHarbour).orElseThrow().state() == State.SENT);
        choosesInMenu(ANA, LetterList.MENU, new Chosen(Choice.HOLD, toHarbour).value(), page);
        await().untilAsserted(() -> assertThat(shownPage()).contains(", sent"));
    }

    @Test
    void aHoldThatIsPlacedBringsTheDigestUpToDate() {
        await().until(() -> FAKE.received("chat.postMessage").size() > 1);
        FAKE.forgetAll();

        holds.client(harbour, MONDAY.plusDays(3), "they are moving", ana);

        await().untilAsserted(() -> assertThat(digest()).contains("Receivables on Monday"));
    }

    private void choosesInMenu(String user, Choice choice, ReminderId letter) {
        chooses(user, LetterList.MENU, new Chosen(choice, letter).value(), DIGEST);
    }

    private JsonObject opensTheForm(ReminderId letter) {
        int before = FAKE.received("views.open").size();
        choosesInMenu(ANA, Choice.EDIT, letter);
        await().until(() -> FAKE.received("views.open").size() > before);
        return modal("views.open");
    }

    private static Map<String, Object> edited(String subject, String note, Object... invoices) {
        return Map.of("subject", text(subject), "note", text(note), "invoices", options(invoices));
    }

    private JsonObject page() {
        return GsonFactory.createSnakeCase()
                .toJsonTree(pages.render(DigestSection.LETTERS, MONDAY, 0))
                .getAsJsonObject();
    }

    private String shownPage() {
        return FAKE.received("views.update").isEmpty()
                ? ""
                : modal("views.update").toString();
    }

    private ReminderId letterTo(String client) {
        return reminders.planned(MONDAY, 10).lines().stream()
                .filter(line -> line.clientName().equals(client))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Reminder letter(ReminderId id) {
        return reminders.find(id).orElseThrow();
    }

    private static String subject(JsonObject form) {
        return element(form, "subject").get("initial_value").getAsString();
    }

    private static List<String> offered(JsonObject form) {
        return values(element(form, "invoices").get("options"));
    }

    private static List<String> chosen(JsonObject form) {
        return values(element(form, "invoices").get("initial_options"));
    }

    private static List<String> values(JsonElement options) {
        return StreamSupport.stream(options.getAsJsonArray().spliterator(), false)
                .map(option -> option.getAsJsonObject().get("value").getAsString())
                .toList();
    }

    private static JsonObject element(JsonObject form, String field) {
        return StreamSupport.stream(form.getAsJsonArray("blocks").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.has("element"))
                .map(block -> block.getAsJsonObject("element"))
                .filter(element -> element.get("action_id").getAsString().equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** The digest as it stands in the channel. */
    private static String digest() {
        return List.of("chat.update", "chat.postMessage").stream()
                .flatMap(method -> FAKE.received(method).reversed().stream())
                .map(received -> received.fields().getOrDefault("blocks", ""))
                .filter(blocks -> blocks.contains("Receivables on"))
                .findFirst()
                .orElse("");
    }

    private static List<String> subjects() {
        return Arrays.stream(POST.getReceivedMessages())
                .map(LetterVetoTests::subjectOf)
                .toList();
    }

    private static String subjectOf(MimeMessage mail) {
        try {
            return Objects.requireNonNull(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return String.valueOf(
                ((Multipart) mail.getContent()).getBodyPart(number).getContent());
    }
}
