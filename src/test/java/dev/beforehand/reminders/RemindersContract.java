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
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.Database;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.plans.PlanTerms;
import dev.beforehand.plans.PlanTerms.Interval;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.Proposal;
import dev.beforehand.reminders.Handover.Tried;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RecordApplicationEvents
@Import(RemindersFixture.class)
abstract class RemindersContract {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderJob job;

    @Autowired
    Departures departures;

    @Autowired
    Leftovers leftovers;

    @Autowired
    Handover handover;

    @Autowired
    Postbox postbox;

    @Autowired
    FakePost post;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Activities activities;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conversations conversations;

    @Autowired
    Plans plans;

    @Autowired
    Database database;

    @Autowired
    ApplicationEvents events;

    ColleagueId ana;
    ColleagueId dana;
    ClientId harbour;

    @BeforeEach
    void anEmptyLedger() {
        post.reset();
        clock.moveTo(MONDAY, TEN);
        List.of(
                        "reminder_invoice",
                        "reminder",
                        "instalment",
                        "payment_plan_invoice",
                        "payment_plan",
                        "promise",
                        "feedback",
                        "check_in_invoice",
                        "check_in",
                        "activity",
                        "invoice",
                        "client_word",
                        "client",
                        "colleague")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        ana = ledger.colleague("Ana Ruiz");
        dana = ledger.colleague("Dana Lindqvist");
        harbour = ledger.client("Harbour Books", ana);
    }

    @Test
    void oneLetterAClientLeavesInTheAccountManagersName() {
        jdbc.sql("update client set country = 'GB'").update();
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
        ledger.invoice("INV-3", harbour, MONDAY.plusDays(7), "USD 8.00");
        ledger.invoice("INV-4", harbour, MONDAY.plusDays(8), "EUR 1.00");

        job.run(MONDAY);

        var mail = theOnly(post.handed);
        assertThat(mail.parties().from().name()).isEqualTo("Ana Ruiz, Brightwater Supplies");
        assertThat(mail.parties().from().address()).isEqualTo("billing@brightwater.example");
        assertThat(mail.parties().replyTo().getFirst().address()).isEqualTo("ana.ruiz@brightwater.example");
        assertThat(mail.parties().to().address()).isEqualTo("accounts@client.example");
        assertThat(mail.words().subject()).contains("INV-1", "was due on 14 June 2013");
        assertThat(mail.words().text()).contains("INV-1", "€150.00", "US$8.00").doesNotContain("INV-4");
        var reminder = the("Harbour Books");
        assertThat(reminder.state()).isEqualTo(State.SENT);
        assertThat(reminder.step()).isEqualTo(3);
        assertThat(reminder.messageId()).isEqualTo(mail.messageId());
        assertThat(reminder.subject()).isEqualTo(mail.words().subject());
        assertThat(reminder.named()).extracting(Named::number).containsExactly("INV-1", "INV-2", "INV-3");
        assertThat(happened(Kind.LETTER_SENT)).isEqualTo(1);
    }

    @Test
    void aClientWhoseLanguageNobodyKnowsIsWrittenToInTheCompanysOwn() {
        jdbc.sql("update client set language = null").update();
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(3), "EUR 100.00");

        job.run(MONDAY);

        assertThat(theOnly(post.handed).words().locale()).isEqualTo(Locale.UK);
    }

    @Test
    void runningTheDayAgainSendsNothingTwice() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");

        job.run(MONDAY);
        job.run(MONDAY);
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 100.00");
        job.run(MONDAY);

        assertThat(post.handed).hasSize(1);
    }

    @Test
    void eachStepIsWrittenOnceOverTheWeeksAndTheLettersFollowEachOther() {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(7), "EUR 100.00");

        for (var day = MONDAY; day.isBefore(MONDAY.plusDays(40)); day = day.plusDays(1)) {
            clock.moveTo(day, TEN);
            job.run(day);
        }

        assertThat(post.handed)
                .extracting(mail -> LocalDate.ofInstant(mail.date(), clock.getZone()))
                .containsExactly(
                        MONDAY, MONDAY.plusDays(7), MONDAY.plusDays(10), MONDAY.plusDays(14), MONDAY.plusDays(21));
        var ids = post.handed.stream().map(OutgoingMail::messageId).toList();
        assertThat(post.handed.getLast().references()).isEqualTo(ids.subList(0, 4));
    }

    @Test
    void aLedgerOfOldInvoicesBringsNoFloodOfLetters() {
        IntStream.rangeClosed(1, 30).forEach(n -> {
            var client = ledger.client("Client " + n, ana);
            ledger.invoice("OLD-" + n, client, MONDAY.minusDays(60 + n), "EUR 10.00");
        });
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(5), "EUR 100.00");

        job.run(MONDAY);

        assertThat(theOnly(post.handed).words().text()).contains("INV-1");
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "FAILED", "UNKNOWN", "PENDING"})
    void whatTheMailServerSaysIsWhereTheLetterStands(State state) {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        post.answers(
                switch (state) {
                    case SENT -> new Delivery.Accepted();
                    case FAILED -> new Delivery.Refused("no such mailbox");
                    case UNKNOWN -> new Delivery.Unknown("the connection was lost");
                    default -> new Delivery.Unreachable("the server is down");
                });

        job.run(MONDAY);

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
        job.run(MONDAY);
        assertThat(post.handed).hasSize(state == State.PENDING ? 2 : 1);
    }

    @Test
    void lettersWaitForAServerThatIsDownAndLeaveWithTheSameMessageId() {
        clients(20);
        post.answers(new Delivery.Unreachable("the server is down"));

        job.run(MONDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.stuck(MONDAY)).contains(new Reminders.Stuck(20, "the server is down"));
        assertThat(events.stream(LettersWaiting.class)).contains(new LettersWaiting(MONDAY));
        var tried = post.handed.getFirst().messageId();

        post.reset();
        departures.run(MONDAY);

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
        post.answers(new Delivery.Unknown("no answer"));

        job.run(MONDAY);

        assertThat(reminders.waitingForAPerson(100, 0)).hasSize(1);
    }

    @Test
    void aLetterThatCannotBeWrittenFailsAndTheOthersLeave() {
        clients(3);
        planned();
        jdbc.sql("""
                        update reminder set message_id = 'no id'
                        where client_id in (select id from client where name = 'Client 2')""").update();

        departures.run(MONDAY);

        assertThat(post.handed).hasSize(2);
        assertThat(the("Client 2").state()).isEqualTo(State.FAILED);
        assertThat(the("Client 2").reason()).startsWith("The letter could not be written: 'no id' is no Message-ID");
    }

    @Test
    void anInvoiceThatBelongsToAnotherClientNowIsLeftOut() {
        var moved = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        planned();
        jdbc.sql("update invoice set client_id = ? where id = ?")
                .params(ledger.client("Harbour Books Ltd", ana).value(), moved.value())
                .update();

        departures.run(MONDAY);

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

        departures.run(MONDAY);

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

        job.run(MONDAY);

        assertThat(jdbc.sql("select count(*) from reminder")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(reminders.stuck(MONDAY))
                .contains(new Reminders.Stuck(1, "No mail server is set; set SPRING_MAIL_HOST."));
        assertThat(events.stream(LettersWaiting.class)).hasSize(1);
        assertThat(reminders.requestNow(harbour, List.of(), ana))
                .isEqualTo(new SendNow.Held(Reason.MAIL_NOT_SET_UP, null));
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

        departures.run(MONDAY);

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

        departures.run(MONDAY);
        job.run(MONDAY);

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

        assertThat(reminders.planned(MONDAY, 10)).isEqualTo(new PlannedLetters(List.of(), 0));
        assertThat(reminders.preview(harbour, List.of(invoice)))
                .extracting(preview -> ((Preview.NotNow) preview).why().reason())
                .isEqualTo(reason == Reason.PAID ? Reason.NOTHING_OWED : reason);
        job.run(MONDAY);

        assertThat(post.handed).isEmpty();
    }

    @Test
    void aLetterThatMissedItsDayIsCancelledAndItsStepCaughtUpWithTheNext() {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        planned();
        var missed = the("Harbour Books");

        clock.moveTo(TUESDAY, TEN);
        job.run(TUESDAY);

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
        job.run(MONDAY);
        clock.moveTo(TUESDAY, TEN);
        job.run(TUESDAY);

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
        assertThat(reminders.sendAgain(slow.id(), ana)).isEqualTo(new Settled.Done());
        departures.run(MONDAY);

        handover.end(List.of(new Tried(slow, "subject", new Delivery.Refused("too late"))));

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
                ? new Delivery.Later("450 greylisted")
                : new Delivery.Accepted());
        job.run(MONDAY);

        assertThat(the("Oak Design").state()).isEqualTo(State.SENT);
        assertThat(the("Harbour Books").state()).isEqualTo(State.PENDING);
        assertThat(the("Harbour Books").reason()).isEqualTo("450 greylisted");
        assertThat(events.stream(LettersWaiting.class)).hasSize(1);
        assertThat(reminders.stuck(MONDAY)).contains(new Reminders.Stuck(2, "450 greylisted"));

        post.reset();
        departures.run(MONDAY);
        assertThat(post.handed).as("it rests for a minute").isEmpty();

        clock.moveTo(MONDAY, TEN.plusMinutes(1));
        departures.run(MONDAY);
        assertThat(post.handed).hasSize(2);
        assertThat(the("Harbour Books").state()).isEqualTo(State.SENT);
        assertThat(the("Mill Bakery").state()).isEqualTo(State.SENT);
        assertThat(reminders.stuck(MONDAY)).isEmpty();
    }

    @Test
    void aPersonDecidesOnceThatALetterArrived() {
        var unknown = stuckLetter(new Delivery.Unknown("no answer"));

        assertThat(reminders.markSent(unknown, ana)).isEqualTo(new Settled.Done());
        assertThat(reminders.markSent(unknown, dana)).isEqualTo(new Settled.NotWaiting(State.SENT));
        assertThat(reminders.sendAgain(unknown, dana)).isEqualTo(new Settled.NotWaiting(State.SENT));
        assertThat(reminders.markSent(new ReminderId(4711), ana)).isEqualTo(new Settled.Unknown());
        assertThat(happened(Kind.LETTER_SENT)).isEqualTo(1);
        assertThat(reminders.waitingForAPerson(10, 0)).isEmpty();
    }

    @Test
    void aFailedLetterCannotHaveArrived() {
        var failed = stuckLetter(new Delivery.Refused("no such mailbox"));

        assertThat(reminders.markSent(failed, ana)).isEqualTo(new Settled.NotWaiting(State.FAILED));
    }

    @Test
    void aPersonHasAFailedLetterSentAgainOnAnotherDay() {
        var failed = stuckLetter(new Delivery.Refused("no such mailbox"));
        clock.moveTo(TUESDAY, TEN);
        post.reset();

        assertThat(reminders.sendAgain(failed, dana)).isEqualTo(new Settled.Done());
        departures.run(TUESDAY);

        var sent = reminders.find(failed).orElseThrow();
        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.attempts()).isEqualTo(2);
        assertThat(sent.decidedBy()).isEqualTo(dana);
        assertThat(sent.requestedBy()).isNull();
        assertThat(theOnly(post.handed).words().subject()).contains("was due on");
    }

    @Test
    void butNotBesideAnotherLetterOfThatDay() {
        var failed = stuckLetter(new Delivery.Refused("no such mailbox"));
        clock.moveTo(TUESDAY, TEN);
        post.reset();
        ledger.invoice("INV-2", harbour, TUESDAY, "EUR 5.00");
        job.run(TUESDAY);

        assertThat(reminders.sendAgain(failed, dana)).isEqualTo(new Settled.WrittenToday());
        departures.run(TUESDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.find(failed).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void aPersonHasALetterSentBesideTheCadence() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.minusDays(2), "EUR 100.00");
        var preview = (Preview.Ready) reminders.preview(harbour, List.of(invoice));
        assertThat(preview.to()).isEqualTo("accounts@client.example");
        assertThat(preview.manager()).isEqualTo("Ana Ruiz");
        assertThat(preview.invoices()).containsExactly(invoice);

        assertThat(reminders.requestNow(harbour, List.of(invoice), dana)).isInstanceOf(SendNow.Requested.class);
        assertThat(reminders.requestNow(harbour, List.of(invoice), dana))
                .isEqualTo(new SendNow.Held(Reason.WRITTEN_TODAY, MONDAY));
        departures.run(MONDAY);

        var mail = theOnly(post.handed);
        assertThat(mail.words().subject()).isEqualTo(preview.letter().subject());
        assertThat(mail.words().text()).isEqualTo(preview.letter().text());
        assertThat(mail.parties().from().name()).startsWith("Ana Ruiz");
        assertThat(the("Harbour Books").requestedBy()).isEqualTo(dana);
        assertThat(happened(Kind.LETTER_REQUESTED)).isEqualTo(1);
        job.run(MONDAY);
        clock.moveTo(TUESDAY, TEN);
        job.run(TUESDAY);
        assertThat(post.handed).as("the step of the third day is still to come").hasSize(2);
        clock.moveTo(TUESDAY.plusDays(1), TEN);
        job.run(TUESDAY.plusDays(1));
        assertThat(post.handed).hasSize(2);
    }

    @Test
    void nobodyIsWrittenToAboutInvoicesOfAnotherClient() {
        var other = ledger.client("Mill Lane", ana);
        var invoice = ledger.invoice("INV-1", other, MONDAY, "EUR 100.00");

        assertThat(reminders.requestNow(harbour, List.of(invoice), ana))
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

        var morning = reminders.planned(MONDAY, 1);
        assertThat(morning.total()).isEqualTo(2);
        assertThat(theOnly(morning.lines()).clientName()).isEqualTo("Mill Lane");
        var second = theOnly(reminders.planned(MONDAY, 1, 1).lines());
        assertThat(second.numbers()).containsExactly("INV-1", "INV-2");
        assertThat(second.step()).isZero();
        assertThat(second.manager()).isEqualTo("Ana Ruiz");
        assertThat(second.balance().amounts()).containsExactly(Money.parse("EUR 100.00"), Money.parse("USD 5.00"));
        assertThat(second.state()).isEqualTo(State.PENDING);

        clock.moveTo(MONDAY, TEN);
        post.answers(mail -> mail.words().text().contains("INV-3")
                ? new Delivery.Refused("no such mailbox")
                : new Delivery.Accepted());
        job.run(MONDAY);
        ledger.invoice("INV-4", ledger.client("Late Ltd", ana), MONDAY, "EUR 1.00");

        assertThat(reminders.planned(MONDAY, 10).lines())
                .extracting(Line::clientName, Line::state)
                .containsExactlyInAnyOrder(tuple("Harbour Books", State.SENT), tuple("Mill Lane", State.FAILED));
        assertThat(reminders.planned(MONDAY.plusDays(5), 10).total())
                .as("nothing leaves on a Saturday")
                .isZero();
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
        assertThat(reminders.planned(MONDAY, 5).total()).isEqualTo(1500);
        post.answers(new Delivery.Unreachable("down"));

        job.run(MONDAY);
        job.run(MONDAY);

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
                        job.run(MONDAY);
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
        job.run(MONDAY);

        assertThatThrownBy(() -> insertReminder(MONDAY, "<second@of.day>")).hasMessageContainingAll("reminder");
        insertReminder(TUESDAY, "<next@day.example>");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)
                        select id, ?, 0, ?, 1, 'EUR' from reminder where message_id = '<next@day.example>'""").params(invoice.value(), MONDAY).update())
                .hasMessageContainingAll("reminder_invoice");
    }

    private void insertReminder(LocalDate day, String messageId) {
        jdbc.sql("""
                insert into reminder (client_id, step, day, state, message_id, attempts, changed_at)
                values (?, 0, ?, 'PENDING', ?, 0, 0)""").params(harbour.value(), day, messageId).update();
    }

    private void clients(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(n -> ledger.invoice("INV-" + n, ledger.client("Client " + n, ana), MONDAY, "EUR 10.00"));
    }

    /** Puts the letters of Monday into the outbox, and none leaves. */
    private void planned() {
        post.answers(new Delivery.Unreachable("not now"));
        job.run(MONDAY);
        post.reset();
    }

    /** A letter that this process has begun to send. */
    private Reminder underway() {
        planned();
        return theOnly(handover.begin(List.of(the("Harbour Books").id()), MONDAY));
    }

    private ReminderId stuckLetter(Delivery delivery) {
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        post.answers(delivery);
        job.run(MONDAY);
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

    /** The letter of this client that is not cancelled. */
    private Reminder the(String client) {
        return reminder("select r.id from reminder r join client c on c.id = r.client_id where c.name = '" + client
                + "' and r.state <> 'CANCELLED'");
    }

    private Reminder reminder(String select) {
        return reminders
                .find(new ReminderId(jdbc.sql(select).query(Long.class).single()))
                .orElseThrow();
    }

    private static <T> T theOnly(List<T> some) {
        assertThat(some).hasSize(1);
        return some.getFirst();
    }

    @OnSqlite
    static class OnSqliteTests extends RemindersContract {}

    @OnPostgres
    static class OnPostgresTests extends RemindersContract {}
}
