package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.ClientSaid;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.checkins.Holds;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.Database;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.plans.PlanTerms;
import dev.beforehand.plans.PlanTerms.Interval;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.Proposal;
import dev.beforehand.reminders.Handover.Tried;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
@TestPropertySource(properties = "beforehand.reminders.notice=0m")
abstract class RemindersContract extends LettersContract {

    @Autowired
    Leftovers leftovers;

    @Autowired
    Handover handover;

    @Autowired
    Postbox postbox;

    @Autowired
    LetterRests rests;

    @Autowired
    LetterHistory history;

    @Autowired
    Activities activities;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conversations conversations;

    @Autowired
    Plans plans;

    @Autowired
    Holds holds;

    @Autowired
    Database database;

    @Autowired
    ApplicationEvents events;

    ColleagueId dana;

    @BeforeEach
    void theDigestsListTheLetters() {
        clock.moveTo(MONDAY.minusDays(8), TEN);
        MONDAY.minusDays(7).datesUntil(MONDAY.plusDays(60)).forEach(reminders::listed);
        clock.moveTo(MONDAY, TEN);
        dana = ledger.colleague("Dana Lindqvist");
    }

    /** More than are read at a time. */
    @Test
    void aLetterToAClientWithThousandsOfOpenInvoicesNamesThemAll() {
        jdbc.sql("""
                        insert into invoice (number, number_key, client_id, issued_on, due_on, currency, total, paid,
                                             open_until, disputed, noted)
                        with recursive series(n) as (select 1 union all select n + 1 from series where n < 2100)
                        select 'INV-' || n, 'INV-' || n, :client, :issued, :due, 'EUR', 100, 0, :open, false, false from series""")
                .param("client", harbour.value())
                .param("issued", MONDAY.minusDays(30))
                .param("due", MONDAY)
                .param("open", LocalDate.of(9999, 12, 31))
                .update();
        ledger.invoice("INV-LATER", ledger.client("Later & Co", ana), MONDAY, "EUR 5.00");

        theDayRuns(MONDAY);

        assertThat(the("Harbour Books").named()).hasSize(2100);
        assertThat(post.handed)
                .hasSize(2)
                .anySatisfy(letter -> assertThat(letter.words().text()).contains("€2,100.00"));
    }

    @Test
    void oneLetterAClientLeavesInTheAccountManagersName() {
        jdbc.sql("update client set country = 'GB'").update();
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
        ledger.invoice("INV-3", harbour, MONDAY.plusDays(7), "USD 8.00");
        ledger.invoice("INV-4", harbour, MONDAY.plusDays(8), "EUR 1.00");
        ledger.invoice("INV-5", ledger.client("Mill Lane", ana), MONDAY.plusDays(8), "EUR 1.00");

        theDayRuns(MONDAY);

        var mail = theOnly(post.handed);
        assertThat(mail.parties().from().name()).isEqualTo("Ana Ruiz, Brightwater Supplies");
        assertThat(mail.parties().from().address()).isEqualTo("billing@brightwater.example");
        assertThat(mail.parties().replyTo().getFirst().address()).isEqualTo("ana.ruiz@brightwater.example");
        assertThat(mail.parties().to().address()).isEqualTo("accounts@client.example");
        assertThat(mail.words().subject()).contains("INV-1", "was due on 14 June 2013");
        assertThat(mail.words().text()).contains("INV-1", "€151.00", "US$8.00", "INV-4");
        var reminder = the("Harbour Books");
        assertThat(reminder.state()).isEqualTo(State.SENT);
        assertThat(reminder.step()).isEqualTo(3);
        assertThat(reminder.messageId()).isEqualTo(mail.messageId());
        assertThat(reminder.subject()).isEqualTo(mail.words().subject());
        assertThat(reminder.named())
                .extracting(Named::number, Named::listed)
                .containsExactly(
                        tuple("INV-1", false), tuple("INV-2", false), tuple("INV-3", false), tuple("INV-4", true));
        assertThat(happened(Kind.LETTER_SENT)).isEqualTo(1);
    }

    @Test
    void aClientWhoseLanguageNobodyKnowsIsWrittenToInTheCompanysOwn() {
        jdbc.sql("update client set language = null").update();
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(3), "EUR 100.00");

        theDayRuns(MONDAY);

        assertThat(theOnly(post.handed).words().locale()).isEqualTo(Locale.UK);
    }

    @Test
    void runningTheDayAgainSendsNothingTwice() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");

        theDayRuns(MONDAY);
        theDayRuns(MONDAY);
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 100.00");
        theDayRuns(MONDAY);

        assertThat(post.handed).hasSize(1);
    }

    @Test
    void eachStepIsWrittenOnceOverTheWeeksAndTheLettersFollowEachOther() {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(7), "EUR 100.00");

        for (var day = MONDAY; day.isBefore(MONDAY.plusDays(40)); day = day.plusDays(1)) {
            clock.moveTo(day, TEN);
            theDayRuns(day);
        }

        assertThat(post.handed)
                .extracting(mail -> LocalDate.ofInstant(mail.date(), clock.getZone()))
                .containsExactly(
                        MONDAY, MONDAY.plusDays(7), MONDAY.plusDays(10), MONDAY.plusDays(14), MONDAY.plusDays(21));
        var ids = post.handed.stream().map(OutgoingMail::messageId).toList();
        assertThat(post.handed.getLast().references()).isEqualTo(ids.subList(0, 4));
    }

    @Test
    void aLetterFollowsWhatTheClientAnsweredToTheOneBefore() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        theDayRuns(MONDAY);
        var first = theOnly(post.handed).messageId();
        incoming("REPLY", "NO_ACTION");
        jdbc.sql("update incoming_mail set message_id = '<re@client.example>', answers = ?")
                .param(first)
                .update();

        clock.moveTo(THURSDAY, TEN);
        theDayRuns(THURSDAY);

        assertThat(post.handed.getLast().references()).containsExactly(first, "<re@client.example>");
    }

    @Test
    void aLedgerOfOldInvoicesBringsNoFloodOfLetters() {
        IntStream.rangeClosed(1, 30).forEach(n -> {
            var client = ledger.client("Client " + n, ana);
            ledger.invoice("OLD-" + n, client, MONDAY.minusDays(60 + n), "EUR 10.00");
        });
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(5), "EUR 100.00");

        theDayRuns(MONDAY);

        assertThat(theOnly(post.handed).words().text()).contains("INV-1");
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "FAILED", "UNKNOWN", "PENDING"})
    void whatTheMailServerSaysIsWhereTheLetterStands(State state) {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        post.answers(
                switch (state) {
                    case SENT -> new Delivery.Accepted();
                    case FAILED -> new Delivery.Refused(Sentence.asIs("no such mailbox"));
                    case UNKNOWN -> new Delivery.Unknown(Sentence.asIs("the connection was lost"));
                    default -> new Delivery.Unreachable(Sentence.asIs("the server is down"));
                });

        theDayRuns(MONDAY);

        var reminder = the("Harbour Books");
        assertThat(reminder.state()).isEqualTo(state);
        assertThat(reminder.attempts()).isEqualTo(1);
        assertThat(reminder.reason())
                .isEqualTo(
                        switch (state) {
                            case SENT -> null;
                            case FAILED -> "no such mailbox";
                            case UNKNOWN -> "the connection was lost";
                            default -> "the server is down";
                        });
        assertThat(reminders.waitingForAPerson(10, 0)).hasSize(state.waitsForAPerson() ? 1 : 0);
        theDayRuns(MONDAY);
        assertThat(post.handed).hasSize(state == State.PENDING ? 2 : 1);
    }

    @Test
    void lettersWaitForAServerThatIsDownAndLeaveWithTheSameMessageId() {
        clients(20);
        post.answers(new Delivery.Unreachable(Sentence.asIs("the server is down")));

        theDayRuns(MONDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.stuck(MONDAY)).contains(new Reminders.Stuck(20, Sentence.asIs("the server is down")));
        assertThat(events.stream(LettersWaiting.class)).contains(new LettersWaiting(MONDAY));
        var tried = post.handed.getFirst().messageId();

        post.reset();
        departures.run();

        assertThat(post.handed)
                .hasSize(20)
                .extracting(OutgoingMail::messageId)
                .doesNotHaveDuplicates()
                .contains(tried);
        assertThat(reminders.stuck(MONDAY)).isEmpty();
    }

    @Test
    void aServerThatIsSilentLeavesOneLetterInDoubt() {
        clients(40);
        post.answers(new Delivery.Unknown(Sentence.asIs("no answer")));

        theDayRuns(MONDAY);

        assertThat(reminders.waitingForAPerson(100, 0)).hasSize(1);
    }

    @Test
    void aLetterThatCannotBeWrittenFailsAndTheOthersLeave() {
        clients(3);
        planned();
        jdbc.sql("""
                        update reminder set message_id = 'no id'
                        where client_id in (select id from client where name = 'Client 2')""").update();

        departures.run();

        assertThat(post.handed).hasSize(2);
        assertThat(the("Client 2").state()).isEqualTo(State.FAILED);
        assertThat(Sentence.read(Objects.requireNonNull(the("Client 2").reason())))
                .asString()
                .startsWith("The letter could not be written: 'no id' is no Message-ID");
    }

    @Test
    void anInvoiceThatBelongsToAnotherClientNowIsLeftOut() {
        var moved = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        planned();
        jdbc.sql("update invoice set client_id = ? where id = ?")
                .params(ledger.client("Harbour Books Ltd", ana).value(), moved.value())
                .update();

        departures.run();

        assertThat(theOnly(post.handed).words().text()).contains("INV-2").doesNotContain("INV-1");
        assertThat(the("Harbour Books").invoices())
                .extracting(Named::leftOut)
                .containsExactly(Reason.OTHER_CLIENT, null);
    }

    @Test
    void aLetterThatCannotBeMadeReadyIsPutAsideAndTheOthersLeave() {
        clients(3);
        planned();
        jdbc.sql("update invoice set currency = 'QQQ' where id = (select min(id) from invoice)")
                .update();

        departures.run();
        departures.run();

        assertThat(post.handed).hasSize(2);
        assertThat(jdbc.sql("select state from reminder order by id limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void withoutAMailServerNothingIsPutIntoTheOutboxAndItIsSaid() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        post.lacks("No mail server is set; set SPRING_MAIL_HOST.");

        theDayRuns(MONDAY);

        assertThat(jdbc.sql("select count(*) from reminder")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(reminders.stuck(MONDAY))
                .contains(new Reminders.Stuck(1, Sentence.asIs("No mail server is set; set SPRING_MAIL_HOST.")));
        assertThat(events.stream(LettersWaiting.class)).hasSize(1);
        assertThat(requests.send(harbour, List.of(), ana)).isEqualTo(new SendNow.Held(Reason.MAIL_NOT_SET_UP, null));
    }

    @Test
    void whatIsPaidBetweenPlanningAndSendingIsLeftOutAndTheRestAsksForTheBalanceOfNow() {
        var paid = ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");
        var partly = ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        planned();
        ledger.paid(paid, MONDAY);
        jdbc.sql("update invoice set paid = 2000 where id = ?")
                .param(partly.value())
                .update();

        departures.run();

        assertThat(theOnly(post.handed).words().text()).contains("€30.00").doesNotContain("INV-1", "€50.00");
        var reminder = the("Harbour Books");
        assertThat(reminder.step()).isZero();
        assertThat(reminder.totals().amounts()).containsExactly(Money.parse("EUR 30.00"));
        assertThat(reminder.invoices()).extracting(Named::leftOut).containsExactly(Reason.PAID, null);
        assertThat(reminders.newestAbout(List.of(paid, partly))).contains(reminder);
        assertThat(reminders.newestAbout(List.of(paid))).isEmpty();
        assertThat(reminders.newestAbout(List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "VOID", "DISPUTED", "PROMISED", "ON_PLAN", "NO_CONTACT", "NO_ACCOUNT_MANAGER"})
    void aLetterOfWhichNothingIsLeftIsCancelled(Reason reason) {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        planned();
        happens(reason, invoice);

        departures.run();
        theDayRuns(MONDAY);

        assertThat(post.handed).isEmpty();
        var reminder = reminder("select max(id) from reminder");
        assertThat(reminder.state()).isEqualTo(State.CANCELLED);
        assertThat(reminders.newestAbout(List.of(invoice))).isEmpty();
        assertThat(reminder.cancelledFor()).isEqualTo(reason);
        assertThat(happened(Kind.LETTER_CANCELLED)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "DISPUTED", "PROMISED", "ON_PLAN", "NO_CONTACT", "NO_ACCOUNT_MANAGER"})
    void whatMustNotBeAskedForIsNotPlanned(Reason reason) {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        happens(reason, invoice);

        reminders.plan(MONDAY);
        assertThat(reminders.planned(MONDAY, 10)).isEqualTo(PlannedLetters.NONE);
        assertThat(requests.preview(harbour, List.of(invoice)))
                .extracting(preview -> ((Preview.NotNow) preview).why().reason())
                .isEqualTo(reason == Reason.PAID ? Reason.NOTHING_OWED : reason);
        theDayRuns(MONDAY);

        assertThat(post.handed).isEmpty();
    }

    @Test
    void aLetterThatMissedItsDayIsCancelledAndItsStepCaughtUpWithTheNext() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        planned();
        var missed = the("Harbour Books");

        clock.moveTo(TUESDAY, TEN);
        theDayRuns(TUESDAY);

        assertThat(reminders.find(missed.id()).orElseThrow().cancelledFor()).isEqualTo(Reason.MISSED_ITS_DAY);
        assertThat(theOnly(post.handed).messageId()).isNotEqualTo(missed.messageId());
        assertThat(the("Harbour Books").day()).isEqualTo(TUESDAY);
    }

    @Test
    void aLetterWhoseProcessDiedIsUnknownAndNeverSentAgainByItself() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        var orphan = underway();

        leftovers.clear(MONDAY);
        assertThat(reminders.find(orphan.id()).orElseThrow().state())
                .isEqualTo(database.isShared() ? State.SENDING : State.UNKNOWN);

        clock.moveTo(MONDAY, TEN.plus(Leftovers.LEASE));
        leftovers.clear(MONDAY);
        theDayRuns(MONDAY);
        clock.moveTo(TUESDAY, TEN);
        theDayRuns(TUESDAY);

        assertThat(reminders.waitingForAPerson(10, 0)).extracting(Reminder::id).containsExactly(orphan.id());
        assertThat(happened(Kind.LETTER_UNKNOWN)).isEqualTo(1);
        assertThat(post.handed).isEmpty();
    }

    @Test
    void aProcessThatWasTakenForDeadMayStillSayWhatBecameOfItsLetter() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        var slow = underway();
        clock.moveTo(MONDAY, TEN.plus(Leftovers.LEASE));
        leftovers.clear(MONDAY);

        handover.end(List.of(new Tried(slow, "subject", new Delivery.Accepted())));

        assertThat(reminders.find(slow.id()).orElseThrow().state()).isEqualTo(State.SENT);
    }

    @Test
    void butNotAgainstAPersonWhoDecidedMeanwhile() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        var slow = underway();
        clock.moveTo(MONDAY, TEN.plus(Leftovers.LEASE));
        leftovers.clear(MONDAY);
        assertThat(decisions.sendAgain(slow.id(), ana)).isEqualTo(new Settled.Done());
        departures.run();

        handover.end(List.of(new Tried(slow, "subject", new Delivery.Refused(Sentence.asIs("too late")))));

        assertThat(reminders.find(slow.id()).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(theOnly(post.handed).messageId()).isEqualTo(slow.messageId());
    }

    @Test
    void aDomainThatTurnsALetterAwayRestsAndOthersGoOn() {
        var mill = ledger.client("Mill Bakery", ana);
        var oak = ledger.client("Oak Design", ana);
        jdbc.sql("update client set contact_email = 'jo@oak.example' where name = 'Oak Design'")
                .update();
        List.of(harbour, mill, oak)
                .forEach(client -> ledger.invoice("INV-" + client.value(), client, MONDAY, "EUR 10.00"));
        post.answers(mail -> mail.parties().to().address().endsWith("client.example")
                ? new Delivery.Later(Sentence.asIs("450 greylisted"))
                : new Delivery.Accepted());
        theDayRuns(MONDAY);

        assertThat(the("Oak Design").state()).isEqualTo(State.SENT);
        assertThat(the("Harbour Books").state()).isEqualTo(State.PENDING);
        assertThat(the("Harbour Books").reason()).isEqualTo("450 greylisted");
        assertThat(events.stream(LettersWaiting.class)).hasSize(1);
        assertThat(reminders.stuck(MONDAY)).contains(new Reminders.Stuck(2, Sentence.asIs("450 greylisted")));

        post.reset();
        departures.run();
        assertThat(post.handed).as("it rests for a minute").isEmpty();

        clock.moveTo(MONDAY, TEN.plusMinutes(1));
        departures.run();
        assertThat(post.handed).hasSize(2);
        assertThat(the("Harbour Books").state()).isEqualTo(State.SENT);
        assertThat(the("Mill Bakery").state()).isEqualTo(State.SENT);
        assertThat(reminders.stuck(MONDAY)).isEmpty();
    }

    @Test
    void aPersonDecidesOnceThatALetterArrived() {
        var unknown = stuckLetter(new Delivery.Unknown(Sentence.asIs("no answer")));

        assertThat(decisions.markSent(unknown, ana)).isEqualTo(new Settled.Done());
        assertThat(decisions.markSent(unknown, dana)).isEqualTo(new Settled.NotWaiting(State.SENT));
        assertThat(decisions.sendAgain(unknown, dana)).isEqualTo(new Settled.NotWaiting(State.SENT));
        assertThat(decisions.markSent(new ReminderId(4711), ana)).isEqualTo(new Settled.Unknown());
        assertThat(happened(Kind.LETTER_SENT)).isEqualTo(1);
        assertThat(reminders.waitingForAPerson(10, 0)).isEmpty();
    }

    @Test
    void aFailedLetterCannotHaveArrived() {
        var failed = stuckLetter(new Delivery.Refused(Sentence.asIs("no such mailbox")));

        assertThat(decisions.markSent(failed, ana)).isEqualTo(new Settled.NotWaiting(State.FAILED));
    }

    @Test
    void aPersonHasAFailedLetterSentAgainOnAnotherDay() {
        var failed = stuckLetter(new Delivery.Refused(Sentence.asIs("no such mailbox")));
        clock.moveTo(TUESDAY, TEN);
        post.reset();

        assertThat(decisions.sendAgain(failed, dana)).isEqualTo(new Settled.Done());
        departures.run();

        var sent = reminders.find(failed).orElseThrow();
        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.attempts()).isEqualTo(2);
        assertThat(sent.decidedBy()).isEqualTo(dana);
        assertThat(sent.requestedBy()).isNull();
        assertThat(theOnly(post.handed).words().subject()).contains("was due on");
    }

    @Test
    void butNotBesideAnotherLetterOfThatDay() {
        var failed = stuckLetter(new Delivery.Refused(Sentence.asIs("no such mailbox")));
        clock.moveTo(TUESDAY, TEN);
        post.reset();
        ledger.invoice("INV-2", harbour, TUESDAY, "EUR 5.00");
        theDayRuns(TUESDAY);

        assertThat(decisions.sendAgain(failed, dana)).isEqualTo(new Settled.WrittenToday());
        departures.run();

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.find(failed).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void aPersonHasALetterSentBesideTheCadence() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.minusDays(2), "EUR 100.00");
        var preview = (Preview.Ready) requests.preview(harbour, List.of(invoice));
        assertThat(preview.to()).isEqualTo("accounts@client.example");
        assertThat(preview.manager()).isEqualTo("Ana Ruiz");
        assertThat(preview.invoices()).containsExactly(invoice);

        assertThat(requests.send(harbour, List.of(invoice), dana)).isInstanceOf(SendNow.Requested.class);
        assertThat(requests.send(harbour, List.of(invoice), dana))
                .isEqualTo(new SendNow.Held(Reason.WRITTEN_TODAY, MONDAY));
        departures.run();

        var mail = theOnly(post.handed);
        assertThat(mail.words().subject()).isEqualTo(preview.letter().subject());
        assertThat(mail.words().text()).isEqualTo(preview.letter().text());
        assertThat(mail.parties().from().name()).startsWith("Ana Ruiz");
        assertThat(the("Harbour Books").requestedBy()).isEqualTo(dana);
        assertThat(happened(Kind.LETTER_REQUESTED)).isEqualTo(1);
        for (var day : List.of(MONDAY, TUESDAY, MONDAY.plusDays(2))) {
            clock.moveTo(day, TEN);
            theDayRuns(day);
            assertThat(post.handed).as("within the contact delay").hasSize(1);
        }
        clock.moveTo(MONDAY.plusDays(3), TEN);
        theDayRuns(MONDAY.plusDays(3));
        assertThat(post.handed)
                .as("the step of the third day was still to come")
                .hasSize(2);
        clock.moveTo(MONDAY.plusDays(4), TEN);
        theDayRuns(MONDAY.plusDays(4));
        assertThat(post.handed).hasSize(2);
    }

    @Test
    void aPersonWhoDoesNotWaitSendsTheLetterThatIsPlannedForToday() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        reminders.plan(MONDAY);
        var planned = the("Harbour Books");

        assertThat(requests.preview(harbour, List.of(invoice))).isInstanceOf(Preview.Ready.class);
        assertThat(requests.send(harbour, List.of(invoice), ana)).isEqualTo(new SendNow.Requested(planned.id()));
        departures.run();
        job.run(MONDAY);

        assertThat(theOnly(post.handed).messageId()).isEqualTo(planned.messageId());
    }

    @Test
    void nobodyIsWrittenToAboutInvoicesOfAnotherClient() {
        var other = ledger.client("Mill Lane", ana);
        var invoice = ledger.invoice("INV-1", other, MONDAY, "EUR 100.00");

        assertThat(requests.send(harbour, List.of(invoice), ana))
                .isEqualTo(new SendNow.Held(Reason.NOTHING_OWED, null));
    }

    @Test
    void theMorningSeesWhatLeavesAndTheAfternoonWhatBecameOfIt() {
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        var mill = ledger.client("Mill Lane", ana);
        ledger.clientWithoutContact("Nobody Ltd");
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY.plusDays(7), "USD 5.00");
        ledger.invoice("INV-3", mill, MONDAY.minusDays(7), "EUR 7.00");

        reminders.plan(MONDAY);
        departures.run();

        assertThat(post.handed).isEmpty();
        var morning = reminders.planned(MONDAY, 1, 1);
        assertThat(morning.total()).isEqualTo(2);
        assertThat(theOnly(morning.lines()).clientName()).isEqualTo("Mill Lane");
        var second = theOnly(reminders.planned(MONDAY, 1).lines());
        assertThat(second.numbers()).containsExactly("INV-1", "INV-2");
        assertThat(second.step()).isZero();
        assertThat(second.manager()).isEqualTo("Ana Ruiz");
        assertThat(second.balance().amounts()).containsExactly(Money.parse("EUR 100.00"), Money.parse("USD 5.00"));
        assertThat(second.state()).isEqualTo(State.PLANNED);
        assertThat(second.leavesAt()).isEqualTo("2013-06-17T09:00:00Z");

        clock.moveTo(MONDAY, TEN);
        post.answers(mail -> mail.words().text().contains("INV-3")
                ? new Delivery.Refused(Sentence.asIs("no such mailbox"))
                : new Delivery.Accepted());
        job.run(MONDAY);

        assertThat(reminders.planned(MONDAY, 10).lines())
                .extracting(Line::clientName, Line::state)
                .containsExactlyInAnyOrder(tuple("Harbour Books", State.SENT), tuple("Mill Lane", State.FAILED));
    }

    @Test
    void aLetterThatSomebodyHoldsDoesNotLeaveAndItsStepIsNotAskedForAgain() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        reminders.plan(MONDAY);
        var letter = the("Harbour Books").id();

        assertThat(decisions.hold(letter, dana)).isEqualTo(new Settled.Done());
        assertThat(decisions.hold(letter, ana)).isEqualTo(new Settled.NotWaiting(State.HELD));
        job.run(MONDAY);
        clock.moveTo(TUESDAY, TEN);
        theDayRuns(TUESDAY);

        assertThat(post.handed).isEmpty();
        var line = theOnly(reminders.planned(MONDAY, 5).lines());
        assertThat(line.state()).isEqualTo(State.HELD);
        assertThat(line.decidedBy()).isEqualTo("Dana Lindqvist");
        assertThat(happened(Kind.LETTER_HELD)).isEqualTo(1);
        clock.moveTo(MONDAY.plusDays(3), TEN);
        theDayRuns(MONDAY.plusDays(3));
        assertThat(post.handed).as("the next step").hasSize(1);
    }

    @Test
    void allOfTheDayCanBeHeldButNotWhatHasLeft() {
        clients(5);
        reminders.plan(MONDAY);
        var first = the("Client 1").id();
        assertThat(decisions.sendNow(first, ana)).isEqualTo(new Settled.Done());
        departures.run();

        assertThat(decisions.holdAll(MONDAY, dana)).isEqualTo(new LetterDecisions.AllHeld(4, 0));
        job.run(MONDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(decisions.hold(first, dana)).isEqualTo(new Settled.NotWaiting(State.SENT));
        assertThat(decisions.sendNow(the("Client 2").id(), ana)).isEqualTo(new Settled.Done());
        departures.run();
        assertThat(post.handed).hasSize(2);
    }

    @Test
    void whoHoldsAllStopsAlsoWhatWasAskedForAndWhatLeavesByItself() {
        cadences("cadences:\n  - name: A\n    mode: automatic\n    steps: [{ day: 0, letter: due-today }]\n");
        var wanted = ledger.invoice("INV-9", mill(), MONDAY.plusDays(3), "EUR 100.00");
        clients(2);
        reminders.plan(MONDAY);
        requests.send(mill(), List.of(wanted), ana);
        assertThat(reminders.planned(MONDAY, 5).leaving()).isEqualTo(3);

        assertThat(decisions.holdAll(MONDAY, dana)).isEqualTo(new LetterDecisions.AllHeld(3, 1));
        job.run(MONDAY);

        assertThat(post.handed).isEmpty();
        assertThat(reminders.planned(MONDAY, 5).leaving()).isZero();
        assertThat(reminders.planned(MONDAY, 5).lines())
                .extracting(Line::clientName, Line::decidedBy)
                .containsExactlyInAnyOrder(
                        tuple("Client 1", "Dana Lindqvist"),
                        tuple("Client 2", "Dana Lindqvist"),
                        tuple("Mill Lane", "Dana Lindqvist"));
    }

    @Test
    void aLineThatIsDroppedIsNotAskedForAndStaysOpen() {
        var late = ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");
        var today = ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        reminders.plan(MONDAY);
        var letter = the("Harbour Books").id();

        assertThat(decisions.edit(letter, new Edit(null, null, Set.of(late, today)), ana))
                .isEqualTo(new Settled.NothingLeft());
        assertThat(decisions.edit(letter, new Edit(null, null, Set.of(late)), ana))
                .isEqualTo(new Settled.Done());
        assertThat(theOnly(reminders.planned(MONDAY, 5).lines()).balance().amounts())
                .containsExactly(Money.parse("EUR 50.00"));
        job.run(MONDAY);

        var mail = theOnly(post.handed);
        assertThat(mail.words().text()).contains("€50.00").doesNotContain("INV-1", "€150.00", "overdue");
        assertThat(the("Harbour Books").step()).isZero();
        clock.moveTo(MONDAY.plusDays(3), TEN);
        theDayRuns(MONDAY.plusDays(3));
        assertThat(post.handed.getLast().words().text())
                .as("it comes another day")
                .contains("INV-1");
    }

    @Test
    void aDraftWaitsForAPersonAndIsMadeAnewTheNextDay() {
        cadences("""
                cadences:
                  - name: Careful
                    mode: draft
                    steps: [{ day: 0, letter: due-today }]
                """);
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        theDayRuns(MONDAY);
        assertThat(the("Harbour Books").state()).isEqualTo(State.DRAFT);
        assertThat(decisions.holdAll(MONDAY, ana))
                .as("it does not leave by itself")
                .isEqualTo(new LetterDecisions.AllHeld(0, 0));

        clock.moveTo(TUESDAY, TEN);
        theDayRuns(TUESDAY);

        assertThat(post.handed).isEmpty();
        var again = the("Harbour Books");
        assertThat(again.day()).isEqualTo(TUESDAY);
        assertThat(decisions.sendNow(again.id(), ana)).isEqualTo(new Settled.Done());
        departures.run();
        assertThat(theOnly(post.handed).words().subject()).contains("INV-1");
    }

    @Test
    void aMonthOfMorningsBringsNoClientTwoLettersWithinTheContactDelay() {
        IntStream.range(0, 40)
                .forEach(n -> ledger.invoice(
                        "INV-" + n, n % 2 == 0 ? harbour : mill(), MONDAY.plusDays(n * 7 % 37), "EUR 10.00"));

        for (int n = 0; n < 30; n++) {
            var day = MONDAY.plusDays(n);
            clock.moveTo(day, TEN);
            theDayRuns(day);
        }

        var byClient = post.handed.stream()
                .collect(Collectors.groupingBy(
                        mail -> mail.parties().to().address() + clientOf(mail),
                        Collectors.mapping(
                                mail -> LocalDate.ofInstant(mail.date(), clock.getZone()), Collectors.toList())));
        assertThat(byClient).hasSize(2);
        byClient.values().forEach(days -> {
            assertThat(days).hasSizeGreaterThan(5).isSorted();
            for (int n = 1; n < days.size(); n++) {
                assertThat(days.get(n)).isAfterOrEqualTo(days.get(n - 1).plusDays(3));
            }
        });
    }

    @Test
    void whatIsNotWrittenIsNotedWithItsReasonAndItsDays() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        happens(Reason.DISPUTED, invoice);
        for (var day : List.of(MONDAY, TUESDAY)) {
            clock.moveTo(day, TEN);
            theDayRuns(day);
        }

        assertThat(noted(invoice))
                .containsExactly(new LetterRests.Noted(MONDAY, 0, "Standard", Reason.DISPUTED, null, MONDAY, TUESDAY));
    }

    @Test
    void aLetterThatSomebodyEditedSaysWhatTheyWrote() {
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");
        reminders.plan(MONDAY);
        var letter = the("Harbour Books").id();

        decisions.edit(letter, new Edit("About our <talk>", "As we said: \"by Friday\".", Set.of()), ana);
        assertThat(((Preview.Ready) decisions.preview(letter).orElseThrow())
                        .letter()
                        .subject())
                .isEqualTo("About our <talk>");
        job.run(MONDAY);

        var words = theOnly(post.handed).words();
        assertThat(words.subject()).isEqualTo("About our <talk>");
        assertThat(words.text()).contains("As we said: \"by Friday\".", "INV-1");
        assertThat(decisions.edit(letter, new Edit(null, null, Set.of()), ana))
                .isEqualTo(new Settled.NotWaiting(State.SENT));
        assertThat(decisions.preview(letter)).isEmpty();
    }

    @Test
    void aLedgerThatNobodyBroughtUpToDateHoldsAllLettersAndSaysSo() {
        jdbc.sql(
                        "insert into ledger_file (path, fingerprint, imported_at, as_of) values ('/l/invoices.csv', 'f', 0, ?)")
                .param(clock.instant().minus(Duration.ofDays(4000)).toEpochMilli())
                .update();
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");

        theDayRuns(MONDAY);

        assertThat(post.handed).isEmpty();
        assertThat(reminders.stuck(MONDAY)).hasValueSatisfying(stuck -> {
            assertThat(stuck.letters()).isEqualTo(1);
            assertThat(stuck.reason()).asString().startsWith("The ledger's file is of ");
        });
        assertThat(events.stream(LettersWaiting.class)).hasSize(1);
        jdbc.sql("update ledger_file set as_of = ?").param(clock.millis()).update();
        theDayRuns(MONDAY);
        assertThat(post.handed).hasSize(1);
        assertThat(reminders.stuck(MONDAY)).isEmpty();
    }

    @Test
    void aHoldStopsWhatItCoversUntilItsDayAndNotLonger() {
        var held = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        ledger.invoice("INV-3", mill(), MONDAY, "EUR 7.00");
        holds.invoice(held, TUESDAY, "waiting for a new purchase order", ana);
        holds.client(mill(), MONDAY.plusDays(30), "they moved", ana);

        theDayRuns(MONDAY);

        assertThat(theOnly(post.handed).words().text()).contains("INV-2").doesNotContain("INV-1");
        assertThat(noted(held))
                .containsExactly(new LetterRests.Noted(MONDAY, 0, "Standard", Reason.HELD, TUESDAY, MONDAY, MONDAY));
        clock.moveTo(MONDAY.plusDays(3), TEN);
        theDayRuns(MONDAY.plusDays(3));
        assertThat(post.handed).as("Mill Lane rests").hasSize(2);
        assertThat(post.handed.getLast().words().text()).contains("INV-1", "INV-2");
    }

    @Test
    void anAddressFromWhichMailCameBackIsNotWrittenTo() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        jdbc.sql("insert into suspended_address (address) values ('accounts@client.example')")
                .update();

        theDayRuns(MONDAY);

        assertThat(post.handed).isEmpty();
        assertThat(noted(invoice)).extracting(LetterRests.Noted::reason).containsExactly(Reason.ADDRESS_SUSPENDED);
    }

    @Test
    void aReplyThatArrivesBeforeTheHourStopsTheLetterUntilSomebodyHasSeenToIt() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        reminders.plan(MONDAY);
        incoming("REPLY", "WAITING");

        job.run(MONDAY);

        assertThat(post.handed).isEmpty();
        assertThat(reminder("select max(id) from reminder").cancelledFor()).isEqualTo(Reason.REPLY_WAITS);
        jdbc.sql("update incoming_mail set state = 'NO_ACTION'").update();
        clock.moveTo(TUESDAY, TEN);
        theDayRuns(TUESDAY);
        assertThat(post.handed).as("it resumes by itself").hasSize(1);
        assertThat(history.of(invoices.find(invoice).orElseThrow()).entries()).hasSize(3);
    }

    @Test
    void aPaymentOfARemindedInvoiceGetsOneThankYou() {
        var reminded = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        var alsoReminded = ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        var never = ledger.invoice("INV-3", mill(), MONDAY.plusDays(20), "EUR 7.00");
        var voided = ledger.invoice("INV-4", ledger.client("Oak", ana), MONDAY, "EUR 9.00");
        theDayRuns(MONDAY);
        post.reset();
        List.of(reminded, alsoReminded, never).forEach(invoice -> ledger.paid(invoice, TUESDAY));
        jdbc.sql("update invoice set open_until = ?, closed_by = 'VOID' where id = ?")
                .params(TUESDAY, voided.value())
                .update();

        for (var day : List.of(TUESDAY, MONDAY.plusDays(2), MONDAY.plusDays(3))) {
            clock.moveTo(day, TEN);
            theDayRuns(day);
        }

        var thanks = theOnly(post.handed);
        assertThat(thanks.words().subject()).startsWith("Thank you for your payment");
        assertThat(thanks.words().text()).contains("€150.00", "INV-1", "INV-2").doesNotContain("INV-3");
        assertThat(history.of(invoices.find(reminded).orElseThrow()).entries()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cadence", "open again", "rest credited"})
    void noThankYouWhereItIsNotWantedOrNotTrueAnyMore(String why) {
        if (why.equals("cadence")) {
            cadences("cadences:\n  - name: Cool\n    thanks: no\n    steps: [{ day: 0, letter: due-today }]\n");
        }
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        theDayRuns(MONDAY);
        post.reset();
        ledger.paid(invoice, TUESDAY);
        if (why.equals("client")) {
            jdbc.sql("update client set thanks = false").update();
        }
        clock.moveTo(TUESDAY, TEN);
        reminders.plan(TUESDAY);
        if (why.equals("open again")) {
            jdbc.sql("update invoice set open_until = '9999-12-31', closed_by = null")
                    .update();
        }
        if (why.equals("rest credited")) {
            jdbc.sql("update invoice set closed_by = 'PART_PAYMENT'").update();
        }
        job.run(TUESDAY);

        assertThat(post.handed).isEmpty();
    }

    @Test
    void preferencesShapeTheLetter() {
        jdbc.sql("""
                        update client set cc_emails = 'boss@client.example;;nobody', salutation = 'Dear Ms Weiss',
                            purchase_order = 'PO-4711', statement = true""").update();
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");

        theDayRuns(MONDAY);

        var mail = theOnly(post.handed);
        assertThat(mail.parties().cc()).extracting(MailAddress::address).containsExactly("boss@client.example");
        assertThat(mail.words().text()).startsWith("Dear Ms Weiss,").contains("PO-4711");
        var statement = theOnly(mail.attachments());
        assertThat(statement.contentType()).isEqualTo("application/pdf");
        assertThat(statement.content()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aNameWithLineBreaksIsOneLineOfTheLetterAndAddsNobody() {
        jdbc.sql("update client set contact_name = ?, name = ?, statement = true")
                .params("Jo\r\nBcc: x@y.example\r\n\r\nWeiss\n", "Harbour\r\nBcc: x@y.example\nBooks")
                .update();
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");

        theDayRuns(MONDAY);

        var mail = theOnly(post.handed);
        assertThat(mail.parties().to())
                .isEqualTo(new MailAddress("accounts@client.example", "Jo Bcc: x@y.example Weiss"));
        assertThat(mail.parties().cc()).isEmpty();
        assertThat(mail.words().subject()).startsWith("Invoice INV-1 from").hasLineCount(1);
        assertThat(mail.words().text()).startsWith("Hello Jo Bcc: x@y.example Weiss,\n");
        assertThat(theOnly(mail.attachments()).name()).hasLineCount(1);
    }

    @Test
    void aClientWhoWantsALetterForEachInvoiceGetsThemOnOneDay() {
        jdbc.sql("update client set letter_per_invoice = true").update();
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");

        theDayRuns(MONDAY);
        theDayRuns(MONDAY);

        assertThat(post.handed)
                .hasSize(2)
                .extracting(mail -> mail.words().subject())
                .anyMatch(subject -> subject.contains("INV-1"))
                .anyMatch(subject -> subject.contains("INV-2"));
    }

    @Test
    void whyTellsEachLetterAndEachThatWasNotWritten() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        clock.moveTo(MONDAY.minusDays(7), TEN);
        theDayRuns(MONDAY.minusDays(7));
        clock.moveTo(MONDAY, TEN);
        happens(Reason.DISPUTED, invoice);
        theDayRuns(MONDAY);

        var why = history.of(invoices.find(invoice).orElseThrow());

        assertThat(why.cadence()).isEqualTo("Standard");
        assertThat(why.entries()).hasSize(2);
        assertThat(why.entries().getFirst()).isInstanceOfSatisfying(Why.Lettered.class, sent -> {
            assertThat(sent.letter().state()).isEqualTo(State.SENT);
            assertThat(sent.named().step()).isEqualTo(-7);
        });
        assertThat(why.entries().getLast())
                .isEqualTo(new Why.Rested(0, "Standard", Reason.DISPUTED, null, MONDAY, MONDAY));
        assertThat(why.now()).isEqualTo(Reason.DISPUTED);
        assertThat(why.next()).isEqualTo(new Why.Coming(0, "due-today", MONDAY));
        ledger.paid(invoice, MONDAY);
        var paid = history.of(invoices.find(invoice).orElseThrow());
        assertThat(paid.entries()).hasSize(2);
        assertThat(paid.next()).isNull();
    }

    @Test
    void theNextLetterIsNotAnnouncedForADayOnWhichItCannotLeave() {
        var tuesday = MONDAY.plusDays(1);
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        var other = ledger.invoice("INV-2", harbour, tuesday, "EUR 50.00");
        clock.moveTo(MONDAY, TEN);
        theDayRuns(MONDAY);

        assertThat(history.of(invoices.find(other).orElseThrow()).next())
                .as("three days after the letter of today")
                .isEqualTo(new Why.Coming(0, "due-today", MONDAY.plusDays(3)));

        clock.moveTo(tuesday, TEN);
        assertThat(history.of(invoices.find(other).orElseThrow()).next())
                .isEqualTo(new Why.Coming(0, "due-today", MONDAY.plusDays(3)));
    }

    @Test
    void theNextLetterComesAfterWhatWasPromised() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        happens(Reason.PROMISED, invoice);
        clock.moveTo(MONDAY, TEN);

        var why = history.of(invoices.find(invoice).orElseThrow());

        assertThat(why.now()).isEqualTo(Reason.PROMISED);
        assertThat(why.next())
                .isNotNull()
                .extracting(Why.Coming::on)
                .satisfies(day -> assertThat(day)
                        .isAfter(why.until())
                        .isBefore(why.until().plusDays(4)));
    }

    @Test
    void theTimetableHasTheRealDaysOfEachStep() {
        jdbc.sql("update client set country = 'GB', region = 'eng', pay_run = 'FRIDAY'")
                .update();
        var invoice = ledger.invoice("INV-1", harbour, LocalDate.of(2013, 8, 25), "EUR 100.00");
        clock.moveTo(LocalDate.of(2013, 8, 1), TEN);

        var timetable =
                theOnly(history.timetables(List.of(invoices.find(invoice).orElseThrow())));

        assertThat(timetable.mode()).isEqualTo(Mode.VETO);
        assertThat(timetable.steps())
                .extracting(Timetable.StepOn::day, step -> step.on().toString(), Timetable.StepOn::written)
                .containsExactly(
                        tuple(-7, "2013-08-16", false),
                        tuple(0, "2013-08-23", false),
                        tuple(3, "2013-08-30", false),
                        tuple(7, "2013-09-02", false),
                        tuple(14, "2013-09-09", false));
    }

    @Test
    void thousandsArePlannedPageByPageAndEachOnce() {
        jdbc.sql("""
                insert into client (name, name_key, contact_email, account_manager_id)
                with recursive n(i) as (select 1 union all select i + 1 from n where i < 1500)
                select 'Many ' || i, 'many ' || i, 'many' || i || '@client.example', %d from n""".formatted(ana.value())).update();
        IntStream.rangeClosed(1, 2)
                .forEach(round -> jdbc.sql("""
                        insert into invoice (number, number_key, client_id, issued_on, due_on, currency, total, paid,
                                             open_until, disputed, noted)
                        select '%1$d-' || id, '%1$d-' || id, id, :issued, :due, 'EUR', 1000, 0, :never, false, false
                        from client where name like 'Many %%'""".formatted(round))
                        .param("issued", MONDAY.minusDays(30))
                        .param("due", MONDAY.minusDays(round))
                        .param("never", LocalDate.of(9999, 12, 31))
                        .update());
        post.answers(new Delivery.Unreachable(Sentence.asIs("down")));

        theDayRuns(MONDAY);
        theDayRuns(MONDAY);

        assertThat(reminders.stuck(MONDAY).orElseThrow().letters()).isEqualTo(1500);
        assertThat(jdbc.sql("select count(*) from reminder_invoice")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3000);
    }

    @Test
    void twoRunsAtOnceSendEachLetterOnce() throws Exception {
        clients(60);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        theDayRuns(MONDAY);
                        return null;
                    }))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(post.handed).extracting(OutgoingMail::messageId).hasSize(60).doesNotHaveDuplicates();
        assertThat(reminders.planned(MONDAY, 100).lines())
                .hasSize(60)
                .extracting(Line::state)
                .containsOnly(State.SENT);
    }

    @Test
    void theDatabaseItselfRefusesASecondLetterOfTheDayAndASecondOneOfAStep() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        theDayRuns(MONDAY);

        assertThatThrownBy(() -> insertReminder(MONDAY, "<second@of.day>")).hasMessageContainingAll("reminder");
        insertReminder(TUESDAY, "<next@day.example>");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)
                        select id, ?, 0, ?, 1, 'EUR' from reminder where message_id = '<next@day.example>'""").params(invoice.value(), MONDAY).update())
                .hasMessageContainingAll("reminder_invoice");
    }

    private void insertReminder(LocalDate day, String messageId) {
        jdbc.sql("""
                insert into reminder (client_id, step, day, leaves_at, closes_at, state, message_id, attempts, changed_at)
                values (?, 0, ?, 0, 0, 'PENDING', ?, 0, 0)""").params(harbour.value(), day, messageId).update();
    }

    private void clients(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(n -> ledger.invoice("INV-" + n, ledger.client("Client " + n, ana), MONDAY, "EUR 10.00"));
    }

    /** Without the steps of which the first letter came too late. */
    private List<LetterRests.Noted> noted(InvoiceId invoice) {
        return rests.of(invoice).stream()
                .filter(noted -> noted.reason() != Reason.OVERTAKEN)
                .toList();
    }

    private ClientId mill() {
        return jdbc.sql("select id from client where name = 'Mill Lane'")
                .query((row, number) -> new ClientId(row.getLong("id")))
                .optional()
                .orElseGet(() -> ledger.client("Mill Lane", ana));
    }

    private long clientOf(OutgoingMail mail) {
        return jdbc.sql("select client_id from reminder where message_id = ?")
                .param(mail.messageId())
                .query(Long.class)
                .single();
    }

    private void theDayRuns(LocalDate day) {
        reminders.plan(day);
        job.run(day);
    }

    /** Puts the letters of Monday into the outbox, and none leaves. */
    private void planned() {
        post.answers(new Delivery.Unreachable(Sentence.asIs("not now")));
        theDayRuns(MONDAY);
        post.reset();
    }

    /** A letter that this process has begun to send. */
    private Reminder underway() {
        planned();
        return theOnly(handover.begin(List.of(the("Harbour Books").id()))).letter();
    }

    private ReminderId stuckLetter(Delivery delivery) {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        post.answers(delivery);
        theDayRuns(MONDAY);
        return the("Harbour Books").id();
    }

    private void happens(Reason reason, InvoiceId invoice) {
        switch (reason) {
            case PAID -> ledger.paid(invoice, MONDAY);
            case VOID ->
                jdbc.sql("update invoice set open_until = ?, closed_by = 'VOID'")
                        .param(MONDAY)
                        .update();
            case DISPUTED -> conversations.log(checkIn(), said(null, Problem.QUALITY), ana);
            case PROMISED ->
                conversations.log(
                        checkIn(), said(new ClientSaid.Promised(Money.parse("EUR 1.00"), TUESDAY), null), ana);
            case ON_PLAN -> {
                var proposal = plans.propose(
                        harbour, List.of(invoice), CurrencyUnit.EUR, new PlanTerms(2, TUESDAY, Interval.MONTHLY), ana);
                plans.approve(((Proposal.Proposed) proposal).plan(), dana);
            }
            case NO_CONTACT ->
                jdbc.sql("update client set contact_email = 'nobody'").update();
            case NO_ACCOUNT_MANAGER ->
                jdbc.sql("update colleague set email = null").update();
            default -> throw new IllegalArgumentException(reason.name());
        }
    }

    private static ClientSaid said(ClientSaid.Promised promise, Problem problem) {
        return new ClientSaid("as they said", Mood.NEUTRAL, promise, problem);
    }

    private CheckInId checkIn() {
        checkIns.flag(MONDAY);
        return new CheckInId(
                jdbc.sql("select id from check_in").query(Long.class).single());
    }

    private int happened(Kind kind) {
        var tally = activities.since(Instant.EPOCH).get(kind);
        return tally == null ? 0 : tally.count();
    }

    private Reminder reminder(String select) {
        return reminders
                .find(new ReminderId(jdbc.sql(select).query(Long.class).single()))
                .orElseThrow();
    }

    @OnSqlite
    static class OnSqliteTests extends RemindersContract {}

    @OnPostgres
    static class OnPostgresTests extends RemindersContract {}
}
