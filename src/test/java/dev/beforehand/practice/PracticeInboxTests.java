package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.Beforehand;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Correspondence.Kind;
import dev.beforehand.correspondence.Correspondence.Outgoing;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.OutgoingMail.Words;
import dev.beforehand.practice.workspace.PracticeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The client's side of the mailbox: what is done there goes out over SMTP and comes in over IMAP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = Beforehand.class,
        properties = "beforehand.practice.today=2013-06-15")
class PracticeInboxTests {

    private static final String CHANNEL = "C0PRECEIVABLES";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path ledger;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
        registry.add("beforehand.practice.ledger", ledger::toString);
    }

    @Autowired
    private PracticeSlack slack;

    @Autowired
    private PracticeMailbox mailbox;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private Mailer mailer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void anAnswerAndABounceFromThePageReachSlack() throws Exception {
        var letter = receives();
        assertThat(letter.sender()).isEqualTo("replies@brightwater.example");

        assertThat(asks("answer-letter", """
                {"letter": "%s", "text": "We pay on Friday."}""".formatted(letter.id())).body()).contains("\"problem\":null");
        var card = await().atMost(PATIENCE).until(() -> cardWith("We pay on Friday."), Optional::isPresent);
        assertThat(card.orElseThrow().blocks().toString()).doesNotContain("Please pay", "> ");
        var client = client();
        assertThat(correspondence.waitingForAnAnswer(List.of(client))).containsExactly(client);
        assertThat(mailbox.letters()).hasSize(1);

        asks("bounce-letter", "{\"letter\": \"%s\"}".formatted(letter.id()));
        await().atMost(PATIENCE).until(() -> cardWith("could not be delivered"), Optional::isPresent);
        assertThat(correspondence.suspended(List.of(letter.to()))).isNotEmpty();

        assertThat(asks("answer-letter", "{\"letter\": \"4711\", \"text\": \"Hi\"}")
                        .body())
                .contains("no longer there");
    }

    /** As after a kill between the two: a mail was handled, and the position was not moved. */
    @Test
    void aMailThatIsReadAgainCountsOnce() throws Exception {
        var letter = receives();
        asks("answer-letter", "{\"letter\": \"%s\", \"text\": \"The first.\"}".formatted(letter.id()));
        await().atMost(PATIENCE).until(() -> cardWith("The first."), Optional::isPresent);
        jdbc.sql("update mailbox_position set last_uid = 0").update();

        asks("answer-letter", "{\"letter\": \"%s\", \"text\": \"The second.\"}".formatted(letter.id()));
        await().atMost(PATIENCE).until(() -> cardWith("The second."), Optional::isPresent);

        assertThat(jdbc.sql("select count(*) from incoming_mail where text = 'The first.'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(slack.messages(CHANNEL, "U0PDANA").stream()
                        .filter(message -> message.blocks().toString().contains("The first.")))
                .hasSize(1);
    }

    private PracticeLetter receives() {
        var client = client();
        var messageId = mailer.newMessageId();
        var replyTo = new TransactionTemplate(transactions)
                .execute(status -> correspondence.outgoing(List.of(new Outgoing(messageId, client, Kind.LETTER))))
                .get(messageId);
        var to = jdbc.sql("select contact_email from client where id = ?")
                .param(client.value())
                .query(String.class)
                .single();
        var mail = new OutgoingMail(
                messageId,
                clock.instant(),
                true,
                new Parties(mailer.sender("Ana Ruiz"), List.of(replyTo), new MailAddress(to, null), List.of()),
                new Words("Invoice INV-1", "<p>Please pay</p>", "Please pay", Locale.UK),
                List.of(),
                List.of());
        assertThat(mailer.send(mail, Duration.ofMinutes(1))).isInstanceOf(Delivery.Accepted.class);
        return mailbox.letters().getLast();
    }

    private ClientId client() {
        return new ClientId(jdbc.sql("select min(id) from client where contact_email is not null")
                .query(Long.class)
                .single());
    }

    private Optional<PracticeMessage> cardWith(String words) {
        return slack.messages(CHANNEL, "U0PDANA").stream()
                .filter(message -> (message.text() + message.blocks()).contains(words))
                .findFirst();
    }

    private HttpResponse<String> asks(String what, String body) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/practice/page/" + what))
                            .header("Content-Type", "application/json")
                            .header("X-Practice-Page", "yes")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
