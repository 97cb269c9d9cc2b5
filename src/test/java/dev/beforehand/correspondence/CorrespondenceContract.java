package dev.beforehand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Correspondence.Kind;
import dev.beforehand.correspondence.Correspondence.Outgoing;
import dev.beforehand.correspondence.CorrespondenceFixture.Post;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.DeliveryReport.Outcome;
import dev.beforehand.mail.IncomingMail;
import dev.beforehand.mail.MailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(CorrespondenceFixture.class)
@TestPropertySource(
        properties = {
            "beforehand.inbox.host=imap.brightwater.example",
            "beforehand.inbox.user=replies",
            "beforehand.inbox.address=replies@brightwater.example"
        })
abstract class CorrespondenceContract {

    private static final String LETTER = "<letter@brightwater.example>";
    private static final String JO = "accounts@client.example";

    @Autowired
    Correspondence correspondence;

    @Autowired
    IncomingMails mails;

    @Autowired
    Overtaken overtaken;

    @Autowired
    WrittenAnswers answers;

    @Autowired
    AnswerBook book;

    @Autowired
    AnswerDepartures departures;

    @Autowired
    OutgoingRows outgoing;

    @Autowired
    Post post;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Activities activities;

    @Autowired
    PlatformTransactionManager transactions;

    ColleagueId ana;
    ColleagueId dana;
    ClientId harbour;

    @BeforeEach
    void aLetterWasSent() {
        List.of(
                        "suspended_address",
                        "reported_address",
                        "answer",
                        "incoming_attachment",
                        "incoming_mail",
                        "outgoing_mail",
                        "activity",
                        "client_word",
                        "preference_edit",
                        "client",
                        "colleague")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        post.handed.clear();
        post.answer = new Delivery.Accepted();
        post.missing = Optional.empty();
        clock.moveTo(TestClock.MONDAY, LocalTime.of(10, 0));
        ana = ledger.colleague("Ana Ruiz");
        dana = ledger.colleague("Dana Lindqvist");
        harbour = ledger.client("Harbour Books", ana);
        sent(LETTER, harbour);
    }

    @Test
    void anAnswerIsFoundByWhatItAnswers() {
        var reply = arrives(Letterbox.from(JO).answering("<x@forged.example>", LETTER));

        assertThat(reply.kind()).isEqualTo(Incoming.Kind.REPLY);
        assertThat(reply.client()).isEqualTo(harbour);
        assertThat(reply.answers()).isEqualTo(LETTER);
        assertThat(reply.isKnownSender()).isTrue();
        assertThat(reply.isWaiting()).isTrue();
        assertThat(reply.text()).isEqualTo("We pay on Friday.");
        assertThat(happened(Activity.Kind.REPLY_RECEIVED)).isEqualTo(1);
    }

    @Test
    void anAnswerIsFoundByTheAddressToWhichItWasSent() {
        var address = sent("<second@brightwater.example>", harbour).orElseThrow();
        assertThat(address.address()).matches("replies\\+[a-z2-7]{20}@brightwater\\.example");
        assertThat(sent("<second@brightwater.example>", harbour)).contains(address);

        var reply = arrives(Letterbox.from("boss@elsewhere.example")
                .answering("<nobody@knows.example>")
                .to("billing@brightwater.example", address.address()));

        assertThat(reply.client()).isEqualTo(harbour);
        assertThat(reply.answers()).isEqualTo("<second@brightwater.example>");
        assertThat(reply.isKnownSender()).isFalse();
    }

    @Test
    void anAnswerIsFoundByItsSender() {
        jdbc.sql(
                        "update client set contact_email = ' Accounts_1@Client.example ', cc_emails = 'a@b.example;boss@client.example'")
                .update();

        assertThat(arrives(Letterbox.from("accounts_1@client.EXAMPLE")).client())
                .isEqualTo(harbour);
        assertThat(arrives(Letterbox.from("Boss@client.example")).client()).isEqualTo(harbour);
        assertThat(arrives(Letterbox.from("accountsX1@client.example")).client())
                .isNull();
    }

    @Test
    void aSenderWhomSeveralClientsShareOrNobodyKnowsIsUnknown() {
        assertThat(arrives(Letterbox.from("who@else.example").answering("<forged@brightwater.example>")))
                .extracting(Incoming::kind, Incoming::client, Incoming::state)
                .containsExactly(Incoming.Kind.UNKNOWN_SENDER, null, State.WAITING);
        assertThat(arrives(Letterbox.from(null)).kind()).isEqualTo(Incoming.Kind.UNKNOWN_SENDER);
        ledger.client("Harbour Books Ltd", ana);
        assertThat(arrives(Letterbox.from(JO)).client()).isNull();
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "jo@client.example, accounts@client.example, true",
        "JO@CLIENT.example, accounts@client.example, true",
        "jo@client.example.evil.example, accounts@client.example, false",
        "jo@gmail.com, accounts@gmail.com, false",
        "accounts@gmail.com, accounts@gmail.com, true",
        "jo@freenet.de, accounts@freenet.de, false",
        "jo@hotmail.co.uk, accounts@hotmail.co.uk, false"
    })
    void aSenderIsKnownByItsAddressOrItsOwnDomain(String sender, String contact, boolean known) {
        jdbc.sql("update client set contact_email = ?").param(contact).update();

        assertThat(arrives(Letterbox.from(sender).answering(LETTER)).isKnownSender())
                .isEqualTo(known);
    }

    @Test
    void aMailIsHandledOnce() {
        var mail = Letterbox.from(JO)
                .answering(LETTER)
                .attaching("scan.pdf", "content")
                .mail();

        mails.arrived(mail);
        mails.arrived(mail);

        assertThat(count("incoming_mail")).isEqualTo(1);
        assertThat(count("incoming_attachment")).isEqualTo(1);
        assertThat(happened(Activity.Kind.REPLY_RECEIVED)).isEqualTo(1);
    }

    @Test
    void ofProcessesThatReadTheSameMailAtOnceOneCounts() throws Exception {
        var mail = Letterbox.from(JO).answering(LETTER).mail();
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        mails.arrived(mail);
                        return true;
                    }))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(happened(Activity.Kind.REPLY_RECEIVED)).isEqualTo(1);
    }

    @Test
    void whatCameAlongIsNamed() {
        var kept = arrives(Letterbox.from(JO).attaching("scan.pdf", "content"));
        var strange = arrives(Letterbox.from("who@else.example").attaching("virus.pdf", "content"));
        var large = arrives(Letterbox.from(JO).attaching("large.pdf", null));

        assertThat(kept.attachments()).containsExactly(new Incoming.Attached("scan.pdf", "application/pdf", 7, true));
        assertThat(strange.attachments())
                .containsExactly(new Incoming.Attached("virus.pdf", "application/pdf", 7, false));
        assertThat(large.attachments())
                .containsExactly(new Incoming.Attached("large.pdf", "application/pdf", 7, false));
        assertThat(correspondence.files(kept.id())).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("scan.pdf");
            assertThat(file.content()).asString().isEqualTo("content");
        });
        assertThat(correspondence.files(strange.id())).isEmpty();
        assertThat(correspondence.files(large.id())).isEmpty();
    }

    @Test
    void anAutomaticAnswerStopsNothing() {
        var away = arrives(Letterbox.from(JO).answering(LETTER).as(IncomingMail.Kind.AUTOMATIC));

        assertThat(away.kind()).isEqualTo(Incoming.Kind.AUTOMATIC);
        assertThat(away.client()).isEqualTo(harbour);
        assertThat(away.state()).isEqualTo(State.NOTED);
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
        assertThat(correspondence.waitingForAPerson(0, 10)).isEmpty();
        assertThat(happened(Activity.Kind.REPLY_RECEIVED)).isZero();
        assertThat(post.handed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIST", "BULK"})
    void whatAnswersALetterIsAReplyWhateverPassedItOn(IncomingMail.Kind kind) {
        var token = sent("<second@brightwater.example>", harbour).orElseThrow().address();

        var answering = arrives(Letterbox.from(JO).answering(LETTER).as(kind));
        var tracked = arrives(Letterbox.from(JO).to(token).as(kind));

        assertThat(List.of(answering, tracked)).extracting(Incoming::kind).containsOnly(Incoming.Kind.REPLY);
    }

    @Test
    void aClientsNewMailThroughAGroupStopsTheLetters() {
        var dispute = arrives(Letterbox.from(JO).as(IncomingMail.Kind.LIST));

        assertThat(dispute)
                .extracting(Incoming::kind, Incoming::client, Incoming::state)
                .containsExactly(Incoming.Kind.REPLY, harbour, State.WAITING);
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).containsExactly(harbour);
    }

    @Test
    void whatAClientsColleagueOrSeveralClientsWriteThroughAGroupIsShownToAPerson() {
        var colleague = arrives(Letterbox.from("Boss@Client.example").as(IncomingMail.Kind.LIST));
        var rewritten = arrives(Letterbox.from("billing@brightwater.example")
                .replyTo("boss@client.example")
                .as(IncomingMail.Kind.LIST));
        ledger.client("Harbour Books Ltd", ana);
        var shared = arrives(Letterbox.from(JO).as(IncomingMail.Kind.LIST));

        assertThat(List.of(colleague, rewritten, shared))
                .extracting(Incoming::kind)
                .containsOnly(Incoming.Kind.UNKNOWN_SENDER);
        assertThat(correspondence.waitingForAPerson(0, 10))
                .containsExactly(colleague.id(), rewritten.id(), shared.id());
    }

    @Test
    void aNewsletterStopsNothing() {
        var clients = arrives(Letterbox.from(JO).as(IncomingMail.Kind.BULK));
        var elsewhere = arrives(Letterbox.from("news@else.example").as(IncomingMail.Kind.LIST));
        jdbc.sql("update client set contact_email = 'harbour@gmail.com'").update();
        var everybodys = arrives(Letterbox.from("news@gmail.com").as(IncomingMail.Kind.LIST));

        assertThat(List.of(clients, elsewhere, everybodys))
                .allMatch(mail -> mail.kind() == Incoming.Kind.AUTOMATIC && mail.state() == State.NOTED);
        assertThat(clients.client()).isEqualTo(harbour);
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
    }

    @Test
    void aMailThatNobodyCouldReadWaitsForAPersonAndStopsTheLettersOfItsClient() {
        var unreadable = arrives(Letterbox.from(JO).as(IncomingMail.Kind.UNREADABLE));
        var nameless = arrives(Letterbox.from(null).as(IncomingMail.Kind.UNREADABLE));

        assertThat(List.of(unreadable, nameless))
                .allMatch(mail -> mail.kind() == Incoming.Kind.UNREADABLE && mail.isWaiting());
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).containsExactly(harbour);
        assertThat(correspondence.waitingForAPerson(0, 10)).containsExactly(unreadable.id(), nameless.id());
    }

    @Test
    void whatTheTeamItselfWritesStopsNothing() {
        assertThat(arrives(Letterbox.from("Ana.Ruiz@brightwater.example").answering(LETTER))
                        .kind())
                .isEqualTo(Incoming.Kind.TEAM);
        assertThat(arrives(Letterbox.from(JO).called(LETTER)))
                .extracting(Incoming::kind, Incoming::client)
                .containsExactly(Incoming.Kind.AUTOMATIC, null);
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
    }

    @Test
    void aReplyStopsTheLettersUntilOneOfSeveralPeopleHasSeenToIt() {
        var other = ledger.client("Kestrel", ana);
        var first = arrives(Letterbox.from(JO).answering(LETTER));
        var second = arrives(Letterbox.from(JO).answering(LETTER));

        assertThat(correspondence.waitingForAnAnswer(List.of(harbour, other))).containsExactly(harbour);
        assertThat(correspondence.waitingForAPerson(0, 10)).containsExactly(first.id(), second.id());
        assertThat(correspondence.settle(first.id(), State.NO_ACTION, ana)).isEqualTo(new Settlement.Done());
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).containsExactly(harbour);
        assertThat(correspondence.settle(second.id(), State.TAKEN_UP, ana)).isEqualTo(new Settlement.Done());
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
        assertThat(correspondence.settle(first.id(), State.ANSWERED, dana))
                .isInstanceOfSatisfying(Settlement.Already.class, already -> {
                    assertThat(already.now().settledBy()).isEqualTo(ana);
                    assertThat(already.now().state()).isEqualTo(State.NO_ACTION);
                });
        assertThat(correspondence.settle(new IncomingId(99_999), State.NO_ACTION, ana))
                .isEqualTo(new Settlement.Unknown());
    }

    @Test
    void anAddressThatCannotBeReachedIsSuspendedUntilSomebodyKnowsBetter() {
        var bounce = arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "5.1.1"));

        assertThat(bounce.kind()).isEqualTo(Incoming.Kind.BOUNCE);
        assertThat(bounce.client()).isEqualTo(harbour);
        assertThat(bounce.isWaiting()).isTrue();
        assertThat(correspondence.suspended(List.of(" ACCOUNTS@client.example ", "other@client.example")))
                .containsExactly(JO);
        assertThat(correspondence.unreachable(bounce.id()))
                .containsExactly(
                        new Unreachable(JO, "5.1.1 smtp; 550 no such user", Unreachable.Consequence.SUSPENDED, null));
        assertThat(happened(Activity.Kind.ADDRESS_SUSPENDED)).isEqualTo(1);
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();

        clock.moveTo(TestClock.MONDAY.plusYears(1), LocalTime.of(10, 0));
        assertThat(isSuspended(JO)).isTrue();
        correspondence.settle(bounce.id(), State.TAKEN_UP, ana);
        assertThat(isSuspended(JO)).isFalse();
        arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "5.1.1"));
        assertThat(isSuspended(JO)).isTrue();
    }

    @Test
    void aLetterThatWasGivenUpHasACardAndTheAddressRestsLongerEachTime() {
        var expired = arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "4.4.7"));

        assertThat(expired.kind()).isEqualTo(Incoming.Kind.BOUNCE);
        assertThat(expired.isWaiting()).isTrue();
        assertThat(correspondence.unreachable(expired.id()).getFirst())
                .extracting(Unreachable::consequence, Unreachable::until)
                .containsExactly(Unreachable.Consequence.PAUSED, clock.instant().plus(Duration.ofDays(1)));
        assertThat(isSuspended(JO)).isTrue();
        clock.moveTo(TestClock.MONDAY.plusDays(1), LocalTime.of(10, 1));
        assertThat(isSuspended(JO)).isFalse();

        sent("<second@brightwater.example>", harbour);
        arrives(Letterbox.report("<second@brightwater.example>", JO, Outcome.FAILED, "4.4.7"));
        clock.moveTo(TestClock.MONDAY.plusDays(3), LocalTime.of(10, 0));
        assertThat(isSuspended(JO)).isTrue();
        clock.moveTo(TestClock.MONDAY.plusDays(3), LocalTime.of(10, 2));
        assertThat(isSuspended(JO)).isFalse();
        overtaken.settle();
        assertThat(now(expired).isWaiting()).isTrue();
    }

    @Test
    void aLetterThatIsStillTriedLetsTheNextOnesRestADayAndNeedsNobody() {
        for (int hour = 11; hour < 14; hour++) {
            clock.moveTo(TestClock.MONDAY, LocalTime.of(hour, 0));
            var late = arrives(Letterbox.report(LETTER, JO, Outcome.DELAYED, "4.2.2"));
            assertThat(late)
                    .extracting(Incoming::kind, Incoming::state)
                    .containsExactly(Incoming.Kind.DELAY, State.NOTED);
        }

        clock.moveTo(TestClock.MONDAY.plusDays(1), LocalTime.of(12, 59));
        assertThat(isSuspended(JO)).isTrue();
        clock.moveTo(TestClock.MONDAY.plusDays(1), LocalTime.of(13, 0));
        assertThat(isSuspended(JO)).isFalse();
    }

    @Test
    void noPauseShortensASuspension() {
        arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "5.1.1"));
        arrives(Letterbox.report(LETTER, JO, Outcome.DELAYED, "4.2.2"));

        clock.moveTo(TestClock.MONDAY.plusDays(30), LocalTime.of(10, 0));
        assertThat(isSuspended(JO)).isTrue();
    }

    @Test
    void behindAnAddressThatForwardsTheOnlyRecipientIsMeant() {
        var bounce = arrives(Letterbox.report(LETTER, "inner@hosting.example", Outcome.FAILED, "5.1.1"));

        assertThat(isSuspended(JO)).isTrue();
        assertThat(correspondence.unreachable(bounce.id()).getFirst().said())
                .isEqualTo("inner@hosting.example: 5.1.1 smtp; 550 no such user");
    }

    @Test
    void ofSeveralRecipientsOneOfWhichForwardsNoneIsSuspendedAndAPersonIsTold() {
        jdbc.sql("update client set cc_emails = 'boss@client.example'").update();
        sent("<both@brightwater.example>", harbour);

        var bounce = arrives(
                Letterbox.report("<both@brightwater.example>", "inner@hosting.example", Outcome.FAILED, "5.1.1"));

        assertThat(bounce.kind()).isEqualTo(Incoming.Kind.BOUNCE);
        assertThat(bounce.isWaiting()).isTrue();
        assertThat(correspondence.suspended(List.of(JO, "boss@client.example"))).isEmpty();
        assertThat(correspondence.unreachable(bounce.id()))
                .extracting(Unreachable::consequence)
                .containsExactly(Unreachable.Consequence.NONE);
        overtaken.settle();
        assertThat(now(bounce).isWaiting()).isTrue();
    }

    @Test
    void aReportIsAboutTheAddressToWhichTheLetterWentAndNoLaterOne() {
        jdbc.sql("update client set contact_email = 'new@client.example'").update();

        arrives(Letterbox.report(LETTER, "inner@hosting.example", Outcome.FAILED, "5.1.1"));

        assertThat(isSuspended(JO)).isTrue();
        assertThat(isSuspended("new@client.example")).isFalse();
    }

    @Test
    void aLetterThatWasTriedAgainAtACorrectedAddressBouncesThere() {
        var first = sent(LETTER, harbour);
        jdbc.sql("update client set contact_email = 'new@client.example'").update();
        assertThat(sent(LETTER, harbour)).isEqualTo(first);

        var bounce = arrives(Letterbox.report(LETTER, "new@client.example", Outcome.FAILED, "5.1.1"));
        overtaken.settle();

        assertThat(isSuspended("new@client.example")).isTrue();
        assertThat(isSuspended(JO)).isFalse();
        assertThat(now(bounce).isWaiting()).isTrue();
        arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "5.1.1"));
        assertThat(isSuspended(JO)).isTrue();
    }

    @Test
    void behindOneOfTwoAddressesAtWhichALetterWasTriedNobodyCanTellWhichIsMeant() {
        jdbc.sql("update client set contact_email = 'new@client.example'").update();
        sent(LETTER, harbour);

        var bounce = arrives(Letterbox.report(LETTER, "inner@hosting.example", Outcome.FAILED, "5.1.1"));
        overtaken.settle();

        assertThat(correspondence.suspended(List.of(JO, "new@client.example"))).isEmpty();
        assertThat(now(bounce).isWaiting()).isTrue();
    }

    @Test
    void aLetterThatIsTriedAgainAndAgainNamesEachAddressOnce() {
        for (var address : List.of(JO, "new@client.example", "new@client.example", JO, JO)) {
            jdbc.sql("update client set contact_email = ?").param(address).update();
            sent(LETTER, harbour);
        }

        assertThat(outgoing.recipients(LETTER)).containsExactly(JO, "new@client.example");
    }

    @Test
    void anyReportOfAnAddressMakesItRightAgainAndTheOthersEnd() {
        var first = arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "5.1.1"));
        var second = arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "5.1.1"));
        overtaken.settle();
        assertThat(now(first).isWaiting()).isTrue();

        correspondence.settle(first.id(), State.TAKEN_UP, ana);
        overtaken.settle();

        assertThat(isSuspended(JO)).isFalse();
        assertThat(now(second)).extracting(Incoming::state, Incoming::settledBy).containsExactly(State.NO_ACTION, null);
    }

    @Test
    void aReportEndsOnceTheAddressWasCorrected() {
        var bounce = arrives(Letterbox.report(LETTER, JO, Outcome.FAILED, "5.1.1"));
        jdbc.sql("update client set contact_email = 'new@client.example'").update();

        overtaken.settle();

        assertThat(now(bounce).isWaiting()).isFalse();
        assertThat(isSuspended(JO)).isTrue();
    }

    @Test
    void aStrangersMailWaitsSomeDaysAndAClientsUntilSomebodySeesToIt() {
        var stranger = arrives(Letterbox.from("who@else.example"));
        var reply = arrives(Letterbox.from(JO));

        clock.moveTo(TestClock.MONDAY.plusDays(5), LocalTime.of(10, 0));
        overtaken.settle();
        assertThat(now(stranger).isWaiting()).isTrue();
        clock.moveTo(TestClock.MONDAY.plusDays(5), LocalTime.of(10, 1));
        overtaken.settle();

        assertThat(now(stranger).isWaiting()).isFalse();
        assertThat(now(reply).isWaiting()).isTrue();
    }

    @Test
    void aReportAboutAnAnswerWaitsThoughItsAddressStandsInNoBook() {
        var reply = arrives(Letterbox.from("someone@client.example").answering(LETTER));
        answers.send(reply.id(), "Thank you", ana);
        await().until(() -> answerState(reply) == Answer.State.SENT);
        var answer = post.handed.getFirst().messageId();

        var bounce = arrives(Letterbox.report(answer, "someone@client.example", Outcome.FAILED, "5.1.1"));
        overtaken.settle();

        assertThat(isSuspended("someone@client.example")).isTrue();
        assertThat(now(bounce).isWaiting()).isTrue();
    }

    @ParameterizedTest(name = "about {0} to {1}, {2} {3}")
    @CsvSource({
        "<letter@brightwater.example>, accounts@client.example, OTHER, 2.0.0",
        "<forged@brightwater.example>, accounts@client.example, FAILED, 5.1.1",
        ", accounts@client.example, FAILED, 5.1.1"
    })
    void anyOtherReportIsNotedAndChangesNothing(String original, String recipient, Outcome outcome, String status) {
        var noted = arrives(Letterbox.report(original, recipient, outcome, status));

        assertThat(noted.kind()).isEqualTo(Incoming.Kind.AUTOMATIC);
        assertThat(noted.state()).isEqualTo(State.NOTED);
        assertThat(isSuspended(recipient)).isFalse();
        assertThat(happened(Activity.Kind.ADDRESS_SUSPENDED)).isZero();
    }

    @Test
    void anAnswerLeavesInTheAccountManagersNameInTheSameConversation() {
        var reply = arrives(Letterbox.from(JO).answering(LETTER));

        assertThat(answers.send(reply.id(), "Thank you, <Jo>.\r\n\r\nAna\r\nAccounts", dana))
                .isInstanceOf(Answered.OnItsWay.class);

        await().until(() -> answerState(reply) == Answer.State.SENT);
        var mail = post.handed.getFirst();
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.parties().from().name()).isEqualTo("Ana Ruiz, Brightwater");
        assertThat(mail.parties().to()).isEqualTo(new MailAddress(JO, "Jo"));
        assertThat(mail.parties().replyTo())
                .extracting(MailAddress::address)
                .first()
                .isEqualTo("ana.ruiz@brightwater.example");
        assertThat(mail.parties().replyTo().getLast().address()).startsWith("replies+");
        assertThat(mail.references()).containsExactly(LETTER, reply.messageId());
        assertThat(mail.words().subject()).isEqualTo("Re: Invoice INV-1");
        assertThat(mail.words().text()).isEqualTo("Thank you, <Jo>.\n\nAna\nAccounts\n");
        assertThat(mail.words().html()).contains("<p>Thank you, &lt;Jo&gt;.</p>\n<p>Ana<br>\nAccounts</p>");
        assertThat(correspondence.find(reply.id()).orElseThrow())
                .extracting(Incoming::state, Incoming::settledBy)
                .containsExactly(State.ANSWERED, dana);
        assertThat(happened(Activity.Kind.REPLY_SENT)).isEqualTo(1);

        var next = arrives(Letterbox.from(JO).answering(mail.messageId()));
        assertThat(next.client()).isEqualTo(harbour);
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "UNKNOWN"})
    void anAnswerThatDidNotLeaveOrMayNotHaveMakesTheMailWaitAgain(Answer.State state) {
        var reply = arrives(Letterbox.from(JO).answering(LETTER));
        post.answer = state == Answer.State.FAILED
                ? new Delivery.Unreachable(Sentence.asIs("down"))
                : new Delivery.Unknown(Sentence.asIs("silent"));

        answers.send(reply.id(), "Thank you", ana);

        await().until(() -> answerState(reply) == state);
        assertThat(correspondence.find(reply.id()).orElseThrow().isWaiting()).isTrue();
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).containsExactly(harbour);
        assertThat(correspondence.answer(reply.id()).orElseThrow().text()).isEqualTo("Thank you");
        post.answer = new Delivery.Accepted();
        answers.send(reply.id(), "Thank you", ana);
        await().until(() -> answerState(reply) == Answer.State.SENT);
        assertThat(correspondence.find(reply.id()).orElseThrow().state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void anAnswerGoesWhereTheMailAsksForItAndThatAddressIsLookedAt() {
        var ticket = arrives(Letterbox.from("noreply@client.example")
                .replyTo("tickets+1@client.example")
                .answering(LETTER));
        var strange = arrives(Letterbox.from(JO).replyTo("jo@evil.example").answering(LETTER));

        assertThat(ticket.isKnownSender()).isTrue();
        assertThat(strange.isKnownSender()).isFalse();
        answers.send(ticket.id(), "Thank you", ana);
        await().until(() -> answerState(ticket) == Answer.State.SENT);
        assertThat(post.handed.getFirst().parties().to().address()).isEqualTo("tickets+1@client.example");
        arrives(Letterbox.report(
                post.handed.getFirst().messageId(), "tickets+1@client.example", Outcome.FAILED, "5.1.1"));
        assertThat(isSuspended("tickets+1@client.example")).isTrue();
    }

    @Test
    void aStrangerLearnsNothingOfTheConversation() {
        sent("<second@brightwater.example>", harbour);
        var forged = arrives(Letterbox.from("jo@evil.example").answering(LETTER));

        answers.send(forged.id(), "Thank you", ana);

        await().until(() -> answerState(forged) == Answer.State.SENT);
        assertThat(post.handed.getFirst().references()).containsExactly(LETTER, forged.messageId());
    }

    @Test
    void anAnswerOfWhichIsHeardLateCountsAfterAll() {
        var reply = arrives(Letterbox.from(JO).answering(LETTER));
        post.answer = new Delivery.Unknown(Sentence.asIs("silent"));
        answers.send(reply.id(), "Thank you", ana);
        await().until(() -> answerState(reply) == Answer.State.UNKNOWN);
        var id = correspondence.answer(reply.id()).orElseThrow().messageId();
        assertThat(now(reply).isWaiting()).isTrue();

        book.end(id, new Delivery.Accepted());

        assertThat(answerState(reply)).isEqualTo(Answer.State.SENT);
        assertThat(now(reply)).extracting(Incoming::state, Incoming::settledBy).containsExactly(State.ANSWERED, ana);
        assertThat(happened(Activity.Kind.REPLY_SENT)).isEqualTo(1);
        book.end(id, new Delivery.Refused(Sentence.asIs("no")));
        assertThat(answerState(reply)).isEqualTo(Answer.State.SENT);
    }

    @Test
    void anEarlierAnswerThatEndsLateLeavesTheMailAnswered() {
        var reply = arrives(Letterbox.from(JO).answering(LETTER));
        post.answer = new Delivery.Unknown(Sentence.asIs("silent"));
        answers.send(reply.id(), "Thank you", ana);
        await().until(() -> answerState(reply) == Answer.State.UNKNOWN);
        var first = correspondence.answer(reply.id()).orElseThrow().messageId();
        post.answer = new Delivery.Accepted();
        answers.send(reply.id(), "Thank you again", dana);
        await().until(() -> answerState(reply) == Answer.State.SENT);

        book.end(first, new Delivery.Refused(Sentence.asIs("no")));

        assertThat(now(reply)).extracting(Incoming::state, Incoming::settledBy).containsExactly(State.ANSWERED, dana);
        assertThat(correspondence.waitingForAnAnswer(List.of(harbour))).isEmpty();
    }

    @Test
    void anAnswerWhoseProcessWasPausedDoesNotLeaveOnceSomebodyMayHaveAnsweredAgain() {
        var reply = arrives(Letterbox.from(JO).answering(LETTER));
        answers.send(reply.id(), "Thank you", ana);
        await().until(() -> answerState(reply) == Answer.State.SENT);
        jdbc.sql("update answer set state = 'SENDING'").update();

        clock.moveTo(TestClock.MONDAY, LocalTime.of(10, 6));
        departures.send(correspondence.answer(reply.id()).orElseThrow().messageId());

        assertThat(post.handed).hasSize(1);
        assertThat(answerState(reply)).isEqualTo(Answer.State.FAILED);
        assertThat(now(reply).isWaiting()).isTrue();
    }

    @Test
    void anAnswerWhoseProcessDiedIsInDoubtAndNotSentAgain() {
        var reply = arrives(Letterbox.from(JO).answering(LETTER));
        answers.send(reply.id(), "Thank you", ana);
        await().until(() -> answerState(reply) == Answer.State.SENT);
        jdbc.sql("update answer set state = 'SENDING'").update();

        book.abandonLost();
        assertThat(answerState(reply)).isEqualTo(Answer.State.SENDING);
        clock.moveTo(TestClock.MONDAY, LocalTime.of(10, 11));
        book.abandonLost();

        assertThat(answerState(reply)).isEqualTo(Answer.State.UNKNOWN);
        assertThat(correspondence.find(reply.id()).orElseThrow().isWaiting()).isTrue();
        assertThat(post.handed).hasSize(1);
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneDoes() throws Exception {
        var reply = arrives(Letterbox.from(JO).answering(LETTER));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var colleague : List.of(ana, dana)) {
                threads.submit(() -> {
                    start.await();
                    return answers.send(reply.id(), "Thank you", colleague);
                });
            }
        }

        await().until(() -> answerState(reply) == Answer.State.SENT);
        assertThat(post.handed).hasSize(1);
        assertThat(count("answer")).isEqualTo(1);
    }

    @Test
    void whatCannotBeAnsweredIsNot() {
        var unknown = arrives(Letterbox.from("who@else.example"));
        var nameless = arrives(Letterbox.from(null).answering(LETTER));

        assertThat(answers.send(unknown.id(), "Hi", ana)).isInstanceOf(Answered.NotWaiting.class);
        assertThat(answers.send(nameless.id(), "Hi", ana)).isInstanceOf(Answered.NotNow.class);
        assertThat(answers.send(new IncomingId(99_999), "Hi", ana)).isEqualTo(new Answered.Unknown());
        post.missing = Optional.of(Sentence.asIs("No mail server is set."));
        assertThat(answers.send(arrives(Letterbox.from(JO)).id(), "Hi", ana))
                .isEqualTo(new Answered.NotNow(Sentence.asIs("No mail server is set.")));
        assertThat(count("answer")).isZero();
    }

    @Test
    void aLetterIsFollowedByWhatWasWrittenBackAndForthAboutIt() {
        var other = "<other@brightwater.example>";
        sent(other, harbour);
        var first = arrives(Letterbox.from(JO).answering(LETTER));
        answers.send(first.id(), "When?", ana);
        await().until(() -> answerState(first) == Answer.State.SENT);
        var answer = post.handed.getFirst().messageId();
        clock.moveTo(TestClock.MONDAY, LocalTime.of(11, 0));
        var second = arrives(Letterbox.from(JO).answering(answer));
        arrives(Letterbox.from("jo@evil.example").answering(LETTER));
        arrives(Letterbox.from(JO).answering(LETTER).as(IncomingMail.Kind.AUTOMATIC));
        arrives(Letterbox.from(JO));

        assertThat(correspondence.followUps(List.of(LETTER, other)))
                .isEqualTo(Map.of(LETTER, List.of(first.messageId(), answer, second.messageId())));
    }

    @Test
    void aClientWhoseMailsAllHaveOneNameIsFollowedAllTheSame() {
        var first = arrives(Letterbox.from(JO).answering(LETTER).called("<same@client.example>"));
        answers.send(first.id(), "When?", ana);
        await().until(() -> answerState(first) == Answer.State.SENT);
        var answer = post.handed.getFirst().messageId();
        arrives(Letterbox.from(JO).answering(answer).called("<same@client.example>"));

        assertThat(correspondence.followUps(List.of(LETTER)))
                .isEqualTo(Map.of(LETTER, List.of("<same@client.example>", answer)));
    }

    @Test
    void aMailIsWrittenDownOnlyWithWhatItBelongsTo() {
        assertThatThrownBy(() ->
                        correspondence.outgoing(List.of(new Outgoing("<x@brightwater.example>", harbour, Kind.LETTER))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Optional<MailAddress> sent(String messageId, ClientId client) {
        var replies = new TransactionTemplate(transactions)
                .execute(status -> correspondence.outgoing(List.of(new Outgoing(messageId, client, Kind.LETTER))));
        return Optional.ofNullable(replies.get(messageId));
    }

    private Incoming arrives(Letterbox letterbox) {
        mails.arrived(letterbox.mail());
        return jdbc.sql("select id from incoming_mail where mail_key = ?")
                .param(letterbox.mail().key())
                .query((row, number) -> new IncomingId(row.getLong(1)))
                .optional()
                .flatMap(correspondence::find)
                .orElseThrow();
    }

    private Incoming now(Incoming mail) {
        return correspondence.find(mail.id()).orElseThrow();
    }

    private boolean isSuspended(String address) {
        return !correspondence.suspended(List.of(address)).isEmpty();
    }

    private Answer.State answerState(Incoming mail) {
        return correspondence.answer(mail.id()).orElseThrow().state();
    }

    private int happened(Activity.Kind kind) {
        var tally = activities.since(Instant.EPOCH).get(kind);
        return tally == null ? 0 : tally.count();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @OnSqlite
    static class OnSqliteTests extends CorrespondenceContract {}

    @OnPostgres
    static class OnPostgresTests extends CorrespondenceContract {}
}
