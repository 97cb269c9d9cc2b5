package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import dev.beforehand.activity.Activities;
import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.Reminder.State;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** How letters leave: one a day to each client, whoever wants it, and whatever the mail server does. */
@RecordApplicationEvents
abstract class SendingContract extends LettersContract {

    private static final Duration A_LONG_TIME = Duration.ofDays(4000);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Autowired
    Queue queue;

    @Autowired
    Handover handover;

    @Autowired
    Courier courier;

    @Autowired
    Postbox postbox;

    @Autowired
    LetterDays days;

    @Autowired
    Standstill standstill;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    Activities activities;

    @Autowired
    ApplicationEvents events;

    private final String here = UUID.randomUUID() + ".example";
    private final Mailer limited = mock(Mailer.class);

    @Test
    void aLetterOfAnEarlierDayThatWasHeldDoesNotLeaveBesideTodays() {
        invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        var held = the(harbour).id();
        decisions.hold(held, ana);
        on(THURSDAY);
        assertThat(post.handed).hasSize(1);

        assertThat(decisions.sendNow(held, ana)).isEqualTo(new Settled.WrittenToday());
        departures.run();

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.find(held).orElseThrow().state()).isEqualTo(State.HELD);
    }

    @Test
    void whereThereIsNoOtherItLeavesAndIsTheLetterOfItsNewDay() {
        invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        var held = the(harbour).id();
        decisions.hold(held, ana);
        clock.moveTo(TUESDAY, TEN);

        assertThat(decisions.sendNow(held, ana)).isEqualTo(new Settled.Done());
        departures.run();
        invoice("INV-2", harbour, TUESDAY);
        on(TUESDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.find(held).orElseThrow().day()).isEqualTo(TUESDAY);
    }

    @Test
    void ofAClientWithALetterForEachInvoiceOnlyTheSameInvoiceStandsInItsWay() {
        jdbc.sql("update client set letter_per_invoice = true").update();
        invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        var held = the(harbour).id();
        decisions.hold(held, ana);
        invoice("INV-2", harbour, TUESDAY);
        on(TUESDAY);
        assertThat(post.handed).hasSize(1);

        assertThat(decisions.sendNow(held, ana)).isEqualTo(new Settled.Done());
        departures.run();

        assertThat(post.handed).hasSize(2);
    }

    @Test
    void aLetterThatIsStillToLeaveSinceYesterdayIsTheClientsLetterOfToday() {
        var invoice = invoice("INV-1", harbour, MONDAY);
        requests.send(harbour, List.of(invoice), ana);
        clock.moveTo(TUESDAY, LocalTime.of(9, 0));

        assertThat(requests.send(harbour, List.of(invoice), ana))
                .isEqualTo(new SendNow.Held(Reason.WRITTEN_TODAY, TUESDAY));
        reminders.plan(TUESDAY);
        departures.run();

        assertThat(count("reminder")).isOne();
        assertThat(post.handed).hasSize(1);
    }

    @Test
    void aClientWhoGetsALetterForEachInvoiceGetsOneADayAboutEach() {
        jdbc.sql("update client set letter_per_invoice = true").update();
        var id = invoice("INV-1", harbour, MONDAY.plusDays(2));
        var asked = new Decision.Asked(invoices.find(id).orElseThrow().invoice(), Step.nearest(0), false);
        var planned = new Decision.Send(null, null, id, List.of(asked));
        var day = new Opening(clock.instant(), clock.instant().plus(Duration.ofHours(7)));
        assertThat(requests.send(harbour, List.of(id), ana)).isInstanceOf(SendNow.Requested.class);

        postbox.put(List.of(new Postbox.Put(harbour, planned, day)), List.of(), MONDAY);

        assertThat(count("reminder")).isOne();
    }

    @Test
    void aPersonIsToldAtOnceWhyALetterMustNotLeave() {
        var paid = invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        ledger.paid(paid, MONDAY);

        assertThat(decisions.sendNow(the(harbour).id(), ana)).isEqualTo(new Settled.Forbidden(Reason.PAID));
        assertThat(requests.preview(harbour, List.of(paid)))
                .isEqualTo(new Preview.NotNow(new SendNow.Held(Reason.PAID, null)));
        assertThat(requests.send(harbour, List.of(paid), ana)).isEqualTo(new SendNow.Held(Reason.PAID, null));
        assertThat(the(harbour).decidedBy()).isNull();
    }

    @Test
    void manyHundredAreHeldAtOnceAndEachIsWrittenDown() {
        clients(450);
        reminders.plan(MONDAY);

        assertThat(decisions.holdAll(MONDAY, ana)).isEqualTo(new LetterDecisions.AllHeld(450, 0));

        assertThat(count("reminder where state = 'HELD'")).isEqualTo(450);
        assertThat(count("activity where kind = 'LETTER_HELD'")).isEqualTo(450);
    }

    @Test
    void lettersThatWereListedLeaveAsSoonAsTheLedgerIsFreshAgain() {
        invoice("INV-1", harbour, MONDAY);
        morning(MONDAY);
        theLedgerIs(A_LONG_TIME);
        at(TEN);
        job.run(MONDAY);
        assertThat(post.handed).isEmpty();
        assertThat(reminders.stuck(MONDAY).orElseThrow().letters()).isOne();
        assertThat(events.stream(LettersWaiting.class)).hasSize(1);

        at(TEN.plusMinutes(20));
        theLedgerIs(Duration.ZERO);
        reminders.sendDue();

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.stuck(MONDAY)).isEmpty();
        assertThat(events.stream(LettersWaiting.class))
                .as("whoever said so hears of it")
                .hasSize(2);
    }

    @Test
    void lettersThatCouldNotBePlannedInTheMorningAreListedAndLeaveAfterPeopleCouldLook() {
        invoice("INV-1", harbour, MONDAY);
        theLedgerIs(A_LONG_TIME);
        on(MONDAY);
        assertThat(count("reminder")).isZero();

        at(TEN.plusMinutes(20));
        theLedgerIs(Duration.ZERO);
        reminders.sendDue();
        assertThat(reminders.planned(MONDAY, 5).lines()).hasSize(1);
        assertThat(events.stream(LettersWaiting.class))
                .as("the digest lists it")
                .hasSize(2);
        at(TEN.plusMinutes(49));
        reminders.sendDue();
        assertThat(post.handed).isEmpty();
        at(TEN.plusMinutes(50));
        reminders.sendDue();

        assertThat(post.handed).hasSize(1);
    }

    @Test
    void whatIsPlannedLateCanBeChangedUntilItLeaves() {
        invoice("INV-1", harbour, MONDAY);
        theLedgerIs(A_LONG_TIME);
        on(MONDAY);
        at(TEN.plusMinutes(20));
        theLedgerIs(Duration.ZERO);
        reminders.sendDue();

        at(TEN.plusMinutes(49));
        reminders.sendDue();
        assertThat(decisions.edit(the(harbour).id(), new Edit("About Friday", null, Set.of()), ana))
                .isEqualTo(new Settled.Done());
        at(TEN.plusMinutes(50));
        reminders.sendDue();

        assertThat(post.handed).extracting(mail -> mail.words().subject()).containsExactly("About Friday");
    }

    @Test
    void aLetterForLaterHoursCanBeChangedUntilTheyCome() {
        jdbc.sql("update client set time_zone = 'America/New_York', country = 'US'")
                .update();
        invoice("INV-1", harbour, MONDAY);
        on(MONDAY);
        assertThat(reminders.nextDeparture()).contains(clock.instant().plus(Duration.ofHours(4)));
        at(LocalTime.of(13, 59));
        reminders.sendDue();
        assertThat(decisions.edit(the(harbour).id(), new Edit("About Friday", null, Set.of()), ana))
                .isEqualTo(new Settled.Done());

        at(LocalTime.of(14, 0));
        reminders.sendDue();

        assertThat(post.handed).extracting(mail -> mail.words().subject()).containsExactly("About Friday");
    }

    @Test
    void aLetterWhoseHoursComeOnAnotherDayHasNotMissedItsOwn() {
        jdbc.sql("update client set time_zone = 'Asia/Tokyo', country = 'JP'").update();
        invoice("INV-1", harbour, TUESDAY);
        on(MONDAY);
        assertThat(post.handed).isEmpty();

        clock.moveTo(TUESDAY, LocalTime.of(1, 0));
        reminders.sendDue();

        assertThat(post.handed).hasSize(1);
    }

    @ParameterizedTest(name = "at the {0}. look")
    @ValueSource(ints = {1, 2, 3, 4})
    void aStandstillThatBeginsInTheMiddleOfPlanningLosesNoLetter(int look) {
        invoice("INV-1", harbour, MONDAY);
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        post.lacksFromTheLook(look, "No mail server is set.");
        reminders.plan(MONDAY);
        reminders.listed(MONDAY);

        post.reset();
        at(TEN);
        job.run(MONDAY);
        at(TEN.plusMinutes(30));
        reminders.sendDue();

        assertThat(post.handed).hasSize(1);
    }

    @Test
    void aStandstillDuringTheDayTouchesNothing() {
        invoice("INV-1", harbour, MONDAY);
        var mill = ledger.client("Mill Lane", ana);
        invoice("INV-2", mill, MONDAY);
        morning(MONDAY);
        decisions.edit(the(harbour).id(), new Edit("About Friday", null, Set.of()), ana);
        post.answers(new Delivery.Unreachable(Sentence.asIs("the server is down")));
        decisions.sendNow(the(harbour).id(), ana);
        at(TEN);
        job.run(MONDAY);
        post.reset();
        theLedgerIs(A_LONG_TIME);

        reminders.sendDue();
        departures.run();

        assertThat(post.handed).isEmpty();
        assertThat(count("reminder where state = 'PENDING'")).isEqualTo(2);
        assertThat(reminders.stuck(MONDAY).orElseThrow().letters()).isEqualTo(2);
        theLedgerIs(Duration.ZERO);
        reminders.sendDue();
        assertThat(post.handed)
                .hasSize(2)
                .extracting(mail -> mail.words().subject())
                .contains("About Friday");
    }

    @Test
    void afterALateStartPeopleCanLookAtTheLettersBeforeTheyLeave() {
        invoice("INV-1", harbour, MONDAY);
        at(LocalTime.of(11, 0));
        reminders.plan(MONDAY);
        assertThat(the(harbour).hours().opens()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        at(LocalTime.of(11, 5));
        reminders.listed(MONDAY);
        job.run(MONDAY);
        at(LocalTime.of(11, 34));
        reminders.listed(MONDAY);
        reminders.sendDue();
        assertThat(post.handed).isEmpty();
        assertThat(decisions.hold(the(harbour).id(), ana)).isEqualTo(new Settled.Done());
        assertThat(decisions.sendNow(the(harbour).id(), ana)).isEqualTo(new Settled.Done());
        var mill = ledger.client("Mill Lane", ana);
        invoice("INV-2", mill, MONDAY);

        at(LocalTime.of(11, 35));
        reminders.sendDue();

        assertThat(post.handed).hasSize(1);
    }

    @Test
    void noLetterLeavesThatTheDigestDoesNotList() {
        invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);

        at(LocalTime.of(16, 0));
        job.run(MONDAY);

        assertThat(post.handed).isEmpty();
    }

    @Test
    void aFullMailboxKeepsNoOtherLetterOfItsDomainBack() {
        invoice("INV-1", harbour, MONDAY);
        var mill = ledger.client("Mill Lane", ana);
        invoice("INV-2", mill, MONDAY);
        address(mill, "full@client.example");
        post.answers(mail -> mail.parties().to().address().startsWith("full")
                ? new Delivery.Later(Sentence.asIs("452 4.2.2 mailbox full"), true)
                : new Delivery.Accepted());

        on(MONDAY);
        at(TEN.plusSeconds(30));
        reminders.sendDue();

        assertThat(the(harbour).state()).isEqualTo(State.SENT);
        assertThat(the(mill).attempts()).as("it rests for a minute").isOne();
        at(TEN.plusMinutes(1));
        reminders.sendDue();
        assertThat(the(mill).attempts()).isEqualTo(2);
    }

    @Test
    void aLetterOverWhichTheServerBreaksOffKeepsNoOtherBack() {
        clients(10);
        apart();
        post.answers(mail -> isTo(mail, "Client 1")
                ? new Delivery.Unreachable(Sentence.asIs("421 closing"), true)
                : new Delivery.Accepted());

        on(MONDAY);

        assertThat(count("reminder where state = 'SENT'")).isEqualTo(9);
        assertThat(count("reminder where state = 'PENDING' and reason = '421 closing'"))
                .isOne();
    }

    @Test
    void whatWasTurnedAwayIsTriedAfterTheOthers() {
        clients(3);
        apart();
        post.answers(new Delivery.Unreachable(Sentence.asIs("the server is down")));
        on(MONDAY);
        var first = post.handed.getFirst().messageId();
        post.reset();

        reminders.sendDue();

        assertThat(post.handed).hasSize(3);
        assertThat(post.handed.getFirst().messageId()).isNotEqualTo(first);
    }

    @Test
    void aServerThatRefusesEverybodyIsCalledSoOnceAndNoLetterIsGivenUpForIt() {
        clients(40);
        apart();
        post.answers(new Delivery.Refused(Sentence.asIs("550 5.7.1 relaying denied")));

        on(MONDAY);
        reminders.sendDue();
        reminders.sendDue();

        assertThat(reminders.waitingForAPerson(100, 0)).hasSizeLessThan(15);
        int failed = reminders.waitingForAPerson(100, 0).size();
        assertThat(reminders.stuck(MONDAY).orElseThrow().reason())
                .hasToString("The mail server refuses one letter after the other. 550 5.7.1 relaying denied");
        post.reset();
        reminders.sendDue();
        assertThat(count("reminder where state = 'SENT'")).isEqualTo(40 - failed);
    }

    @Test
    void whatBreaksWhileALetterIsHandedOverLeavesItInDoubtAndTheOthersGoOn() {
        clients(60);
        apart();
        post.answers(mail -> {
            if (isTo(mail, "Client 30")) {
                throw new NoClassDefFoundError("gone");
            }
            return new Delivery.Accepted();
        });

        on(MONDAY);
        reminders.sendDue();

        assertThat(count("reminder where state = 'SENT'")).isEqualTo(59);
        assertThat(reminders.waitingForAPerson(100, 0)).hasSize(1);
    }

    @Test
    void aLetterThatLeavesAfterMidnightAsksForTheBalanceOfTheNewDay() {
        invoice("INV-1", harbour, MONDAY);
        var mill = ledger.client("Mill Lane", ana);
        var invoice = invoice("INV-2", mill, MONDAY);
        apart();
        morning(MONDAY);
        clock.moveTo(MONDAY, LocalTime.of(23, 59));
        decisions.sendNow(the(mill).id(), ana);
        decisions.sendNow(the(harbour).id(), ana);
        ledger.paid(invoice, TUESDAY);
        post.answers(mail -> {
            clock.moveTo(TUESDAY, LocalTime.of(0, 1));
            return new Delivery.Accepted();
        });

        departures.run();

        assertThat(post.handed).hasSize(1);
        assertThat(count("reminder where state = 'CANCELLED' and reason = 'PAID'"))
                .isOne();
    }

    @Test
    void aLimitSpacesLettersAndWhatDoesNotLeaveTakesNoTurn() {
        clients(23);
        morning(MONDAY);
        jdbc.sql("update invoice set paid = total where number not in ('INV-1', 'INV-2', 'INV-3')")
                .update();
        at(TEN);
        days.release(MONDAY, clock.instant());
        lenient().when(limited.perMinute()).thenReturn(OptionalInt.of(240));
        lenient().when(limited.connections()).thenReturn(4);
        var slow = new Departures(queue, handover, courier, limited, standstill, publisher, clock);

        long start = System.nanoTime();
        slow.run();
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(post.handed).hasSize(3);
        assertThat(took).isBetween(Duration.ofMillis(500), Duration.ofMillis(4500));
    }

    @Test
    void aLetterThatSomebodyWantsNowDoesNotWaitForAllTheOthers() {
        clients(200);
        apart();
        morning(MONDAY);
        var wanted = the(client("Client 200")).id();
        post.answers(mail -> {
            if (post.handed.size() == 1) {
                decisions.sendNow(wanted, ana);
                Thread.ofVirtual().start(departures::run);
                pause();
            }
            return new Delivery.Accepted();
        });
        at(TEN);
        job.run(MONDAY);

        assertThat(post.handed).hasSize(200);
        var order = post.handed.stream().map(OutgoingMail::messageId).toList();
        assertThat(order.indexOf(reminders.find(wanted).orElseThrow().messageId()))
                .isLessThan(120);
    }

    @Test
    void whatIsStoppedBeginsNoLetter() throws Exception {
        clients(3);
        morning(MONDAY);
        at(TEN);
        days.release(MONDAY, clock.instant());
        var stopped = new Departures(queue, handover, courier, post.mailer, standstill, publisher, clock);

        stopped.stop();
        stopped.run();

        assertThat(post.handed).isEmpty();
        departures.run();
        assertThat(post.handed).hasSize(3);
    }

    @Test
    void lettersThatWaitForTheirHourAreNotStuck() {
        clients(3);
        jdbc.sql("update client set time_zone = 'America/New_York' where name <> 'Client 1'")
                .update();
        post.answers(new Delivery.Unreachable(Sentence.asIs("the server is down")));

        on(MONDAY);

        assertThat(reminders.stuck(MONDAY)).contains(new Reminders.Stuck(1, Sentence.asIs("the server is down")));
    }

    @Test
    void aLetterThatWasSentNowIsNotCancelledForTheHourThatItMissed() {
        invoice("INV-1", harbour, MONDAY);
        on(MONDAY.minusDays(1));
        morning(MONDAY);
        var letter = the(harbour).id();
        at(LocalTime.of(18, 0));
        decisions.sendNow(letter, ana);

        postbox.miss(List.of(letter), MONDAY);

        assertThat(reminders.find(letter).orElseThrow().state()).isEqualTo(State.PENDING);
    }

    @Test
    void aLetterThatSomebodyExpectedAndThatNeverLeftIsShown() {
        var paid = invoice("INV-1", harbour, MONDAY);
        morning(MONDAY);
        decisions.sendNow(the(harbour).id(), ana);
        ledger.paid(paid, MONDAY);
        var mill = ledger.client("Mill Lane", ana);
        invoice("INV-2", mill, MONDAY);
        invoice("INV-3", ledger.client("Oak", ana), MONDAY);
        post.answers(mail -> new Delivery.Unreachable(Sentence.asIs("the server is down")));
        on(MONDAY);
        clock.moveTo(TUESDAY, TEN);
        reminders.sendDue();

        assertThat(reminders.endedUnexpectedly())
                .extracting(Reminder::cancelledFor)
                .as("asked for and paid; tried in vain; but not the one that was never tried")
                .containsExactlyInAnyOrder(Reason.PAID, Reason.MISSED_ITS_DAY);
    }

    @Test
    void whatEndedOverTheWeekendIsShownOnTheDayOnWhichSomebodyIsThereAgain() {
        var wanted = invoice("INV-1", harbour, FRIDAY);
        post.answers(mail -> new Delivery.Unreachable(Sentence.asIs("the server is down")));
        clock.moveTo(FRIDAY, LocalTime.of(17, 0));
        requests.send(harbour, List.of(wanted), ana);
        reminders.sendDue();
        clock.moveTo(FRIDAY.plusDays(1), LocalTime.of(17, 1));
        reminders.sendDue();

        clock.moveTo(FRIDAY.plusDays(4), TEN);

        assertThat(reminders.endedUnexpectedly())
                .extracting(Reminder::cancelledFor)
                .containsExactly(Reason.MISSED_ITS_DAY);
        clock.moveTo(FRIDAY.plusDays(20), TEN);
        assertThat(reminders.endedUnexpectedly()).isEmpty();
    }

    @Test
    void aLetterInDoubtThatIsSentAgainAndMustNotLeaveWaitsForAPersonOnceMore() {
        var inDoubt = inDoubt();
        incoming("REPLY", "WAITING");

        assertThat(decisions.sendAgain(inDoubt, ana)).isEqualTo(new Settled.Done());
        departures.run();

        var letter = reminders.find(inDoubt).orElseThrow();
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
        assertThat(letter.keptBackFor()).isEqualTo(Reason.REPLY_WAITS);
        assertThat(letter.named()).hasSize(1);
        assertThat(count("activity where kind = 'LETTER_UNKNOWN'")).isEqualTo(2);
        assertThat(count("activity where kind = 'LETTER_CANCELLED'")).isZero();
        jdbc.sql("update incoming_mail set state = 'NO_ACTION'").update();
        invoice("INV-2", harbour, TUESDAY);
        on(TUESDAY);
        assertThat(post.handed)
                .as("neither its step nor the contact delay is forgotten")
                .isEmpty();
        assertThat(decisions.sendAgain(inDoubt, ana)).isEqualTo(new Settled.Done());
        departures.run();
        assertThat(post.handed).hasSize(1);
    }

    @Test
    void aLetterInDoubtThatIsSentAgainAndMissesItsHoursWaitsForAPersonOnceMore() {
        var inDoubt = inDoubt();
        post.answers(new Delivery.Unreachable(Sentence.asIs("the server is down")));
        decisions.sendAgain(inDoubt, ana);
        departures.run();
        post.reset();

        on(TUESDAY.plusDays(1));

        var letter = reminders.find(inDoubt).orElseThrow();
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
        assertThat(letter.keptBackFor()).isEqualTo(Reason.MISSED_ITS_DAY);
        assertThat(letter.named()).hasSize(1);
        assertThat(post.handed).isEmpty();
    }

    @Test
    void aLetterInDoubtThatIsSentAgainAndHeldWaitsForAPersonOnceMore() {
        var inDoubt = inDoubt();
        post.answers(new Delivery.Unreachable(Sentence.asIs("the server is down")));
        decisions.sendAgain(inDoubt, ana);
        departures.run();

        assertThat(decisions.hold(inDoubt, ledger.colleague("Ben Okafor"))).isEqualTo(new Settled.Done());

        var letter = reminders.find(inDoubt).orElseThrow();
        assertThat(letter.keptBackFor()).isEqualTo(Reason.HELD);
        assertThat(letter.decidedBy()).as("who had it sent again").isEqualTo(ana);
        assertThat(reminders.waitingForAPerson(10, 0)).extracting(Reminder::id).containsExactly(inDoubt);
        post.reset();
        on(TUESDAY);
        assertThat(post.handed).isEmpty();
    }

    @Test
    void aLetterInDoubtThatIsRefusedWhenItIsSentAgainMayStillHaveArrived() {
        var inDoubt = inDoubt();
        post.answers(new Delivery.Refused(Sentence.asIs("no such mailbox")));

        decisions.sendAgain(inDoubt, ana);
        departures.run();

        var letter = reminders.find(inDoubt).orElseThrow();
        assertThat(letter.state()).isEqualTo(State.UNKNOWN);
        assertThat(letter.reason()).isEqualTo("no such mailbox");
        assertThat(count("activity where kind = 'LETTER_FAILED'")).isZero();
        assertThat(decisions.markSent(inDoubt, ana)).isEqualTo(new Settled.Done());
    }

    @Test
    void aStuckLetterIsNotSentAgainAfterANewerOneAboutTheSame() {
        var inDoubt = inDoubt();
        morning(THURSDAY);
        decisions.sendNow(the(harbour).id(), ana);
        departures.run();
        assertThat(post.handed).hasSize(1);
        clock.moveTo(FRIDAY.plusDays(10), TEN);

        assertThat(decisions.sendAgain(inDoubt, ana)).isEqualTo(new Settled.Forbidden(Reason.STEP_WRITTEN));

        jdbc.sql("update reminder set state = 'FAILED' where id = ?")
                .param(inDoubt.value())
                .update();
        assertThat(decisions.sendAgain(inDoubt, ana)).isEqualTo(new Settled.Forbidden(Reason.STEP_WRITTEN));
        departures.run();
        assertThat(post.handed).hasSize(1);
    }

    @Test
    void norWithinTheContactDelayAfterAnotherOne() {
        var failed = failed();
        invoice("INV-2", harbour, TUESDAY);
        on(TUESDAY);
        assertThat(post.handed).hasSize(1);

        clock.moveTo(THURSDAY, TEN);
        assertThat(decisions.sendAgain(failed, ana)).isEqualTo(new Settled.Forbidden(Reason.CONTACT_DELAY));
        clock.moveTo(FRIDAY, TEN);
        assertThat(decisions.sendAgain(failed, ana)).isEqualTo(new Settled.Done());
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "VOID", "OTHER_CLIENT", "STEP_WRITTEN"})
    void aLetterThatFailedEndsOnceNobodyNeedsIt(Reason reason) {
        var failed = failed();
        switch (reason) {
            case PAID -> jdbc.sql("update invoice set paid = total").update();
            case VOID ->
                jdbc.sql("update invoice set open_until = ?, closed_by = 'VOID'")
                        .param(MONDAY)
                        .update();
            case OTHER_CLIENT ->
                jdbc.sql("update invoice set client_id = ?")
                        .param(ledger.client("Oak", ana).value())
                        .update();
            default -> {}
        }

        on(THURSDAY);
        reminders.sendDue();

        assertThat(reminders.find(failed).orElseThrow().cancelledFor()).isEqualTo(reason);
        assertThat(reminders.waitingForAPerson(10, 0)).isEmpty();
        assertThat(count("activity where kind = 'LETTER_CANCELLED'")).isOne();
        assertThat(decisions.sendAgain(failed, ana)).isEqualTo(new Settled.NotWaiting(State.CANCELLED));
    }

    @Test
    void aLetterThatFailedWaitsAsLongAsSomethingIsOwed() {
        var failed = failed();
        jdbc.sql("update invoice set paid = 1").update();
        incoming("REPLY", "WAITING");

        on(THURSDAY);

        assertThat(reminders.waitingForAPerson(10, 0)).extracting(Reminder::id).containsExactly(failed);
    }

    @Test
    void norDoesALetterLeaveBesideOneThatWasPlannedEarlierAndLeftToday() {
        var failed = failed();
        invoice("INV-2", harbour, TUESDAY);
        morning(TUESDAY);
        leavesAt(the(harbour), THURSDAY.atTime(9, 0));
        clock.moveTo(THURSDAY, TEN);
        job.run(THURSDAY);
        assertThat(post.handed).hasSize(1);

        assertThat(decisions.sendAgain(failed, ana)).isEqualTo(new Settled.WrittenToday());

        clock.moveTo(FRIDAY, TEN);
        assertThat(decisions.sendAgain(failed, ana)).isEqualTo(new Settled.Forbidden(Reason.CONTACT_DELAY));
        clock.moveTo(FRIDAY.plusDays(2), TEN);
        assertThat(decisions.sendAgain(failed, ana)).isEqualTo(new Settled.Done());
    }

    @Test
    void aLetterInDoubtStaysForAPersonWhateverIsPaid() {
        var inDoubt = inDoubt();
        jdbc.sql("update invoice set paid = total").update();

        on(THURSDAY);

        assertThat(reminders.waitingForAPerson(10, 0)).extracting(Reminder::id).containsExactly(inDoubt);
    }

    @Test
    void aPersonFindsThatALetterInDoubtDidNotArriveAndLeavesItAtThat() {
        var inDoubt = inDoubt();
        jdbc.sql("update invoice set paid = total").update();

        assertThat(decisions.leave(inDoubt, ana)).isEqualTo(new Settled.Done());

        var left = reminders.find(inDoubt).orElseThrow();
        assertThat(left.cancelledFor()).isEqualTo(Reason.NOT_ARRIVED);
        assertThat(left.decidedBy()).isEqualTo(ana);
        assertThat(reminders.waitingForAPerson(10, 0)).isEmpty();
        assertThat(reminders.endedUnexpectedly()).isEmpty();
        assertThat(decisions.markSent(inDoubt, ana)).isEqualTo(new Settled.NotWaiting(State.CANCELLED));
    }

    @Test
    void aPersonLeavesALetterThatFailedAndTheNextStepComes() {
        var failed = failed();

        assertThat(decisions.leave(failed, ana)).isEqualTo(new Settled.Done());

        var left = reminders.find(failed).orElseThrow();
        assertThat(left.cancelledFor()).isEqualTo(Reason.LEFT);
        assertThat(left.decidedBy()).isEqualTo(ana);
        assertThat(reminders.waitingForAPerson(10, 0)).isEmpty();
        assertThat(reminders.endedUnexpectedly()).isEmpty();
        assertThat(decisions.leave(failed, ana)).isEqualTo(new Settled.NotWaiting(State.CANCELLED));
        on(TUESDAY);
        assertThat(post.handed).isEmpty();
        on(THURSDAY);
        assertThat(post.handed).hasSize(1);
    }

    /** Monday's letter, which the mail server refused. */
    private ReminderId failed() {
        return monday(new Delivery.Refused(Sentence.asIs("no such mailbox")));
    }

    /** Monday's letter, which may have arrived. */
    private ReminderId inDoubt() {
        return monday(new Delivery.Unknown(Sentence.asIs("no answer")));
    }

    private ReminderId monday(Delivery delivery) {
        invoice("INV-1", harbour, MONDAY);
        post.answers(delivery);
        on(MONDAY);
        post.reset();
        return the(harbour).id();
    }

    private void leavesAt(Reminder letter, LocalDateTime when) {
        var opens = when.atZone(clock.getZone()).toInstant();
        jdbc.sql("update reminder set leaves_at = ?, closes_at = ? where id = ?")
                .param(opens.toEpochMilli())
                .param(opens.plus(Duration.ofHours(8)).toEpochMilli())
                .param(letter.id().value())
                .update();
    }

    private InvoiceId invoice(String number, ClientId client, LocalDate due) {
        return ledger.invoice(number, client, due, "EUR 100.00");
    }

    private void clients(int count) {
        IntStream.rangeClosed(1, count).forEach(n -> invoice("INV-" + n, ledger.client("Client " + n, ana), MONDAY));
    }

    /** What happens to the letters of a day until ten. */
    private void on(LocalDate day) {
        morning(day);
        clock.moveTo(day, TEN);
        job.run(day);
    }

    private void morning(LocalDate day) {
        clock.moveTo(day, LocalTime.of(8, 30));
        reminders.plan(day);
        reminders.listed(day);
    }

    private void at(LocalTime time) {
        clock.moveTo(MONDAY, time);
    }

    private void theLedgerIs(Duration old) {
        jdbc.sql("delete from ledger_file").update();
        jdbc.sql(
                        "insert into ledger_file (path, fingerprint, imported_at, as_of) values ('/l/invoices.csv', 'f', 0, ?)")
                .param(clock.instant().minus(old).toEpochMilli())
                .update();
    }

    private void address(ClientId client, String address) {
        jdbc.sql("update client set contact_email = ? where id = ?")
                .params(address, client.value())
                .update();
    }

    /** Each client has a domain of its own, which no other test knows. */
    private void apart() {
        jdbc.sql("update client set contact_email = 'jo@' || id || '." + here + "'")
                .update();
    }

    private boolean isTo(OutgoingMail mail, String client) {
        return mail.parties().to().address().equals("jo@" + client(client) + "." + here);
    }

    private ClientId client(String name) {
        return jdbc.sql("select id from client where name = ?")
                .param(name)
                .query((row, number) -> new ClientId(row.getLong("id")))
                .single();
    }

    /** Long enough for another thread to say what it wants. */
    private static void pause() {
        long until = System.nanoTime() + Duration.ofMillis(100).toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    /** The client's newest letter that is not cancelled. */
    private Reminder the(ClientId client) {
        return jdbc.sql("select max(id) from reminder where state <> 'CANCELLED' and client_id = ?")
                .param(client.value())
                .query((row, number) ->
                        reminders.find(new ReminderId(row.getLong(1))).orElseThrow())
                .single();
    }

    @OnSqlite
    static class OnSqliteTests extends SendingContract {

        /** A database that was never analysed would read every letter that was ever sent, for each few that leave. */
        @Test
        void theLettersOfAClientAreFoundByTheClient() {
            assertThat(jdbc.sql("explain query plan select 1 from reminder t where t.client_id in (1, 2) and "
                                    + PastLetters.OF_TODAY)
                            .param("today", MONDAY)
                            .param("begins", 0)
                            .query((row, number) -> row.getString("detail"))
                            .list())
                    .singleElement()
                    .asString()
                    .contains("reminder_client (client_id=?)");
        }

        @Test
        void theQueueIsReadInItsOrder() {
            assertThat(jdbc.sql(
                                    "explain query plan select id from reminder where state = 'PENDING' order by attempts, id")
                            .query((row, number) -> row.getString("detail"))
                            .list())
                    .singleElement()
                    .asString()
                    .contains("reminder_pending (state=?)");
        }
    }

    @OnPostgres
    static class OnPostgresTests extends SendingContract {}
}
