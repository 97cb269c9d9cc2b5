package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static dev.beforehand.letters.Tone.FIRM;
import static dev.beforehand.letters.Tone.FRIENDLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.checkins.Holds;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.MessageFolder;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder.State;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What cadences make of the days, and in which words. */
abstract class CadenceLettersContract extends LettersContract {

    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Autowired
    LetterRests rests;

    @Autowired
    LetterHistory history;

    @Autowired
    Holds holds;

    @BeforeEach
    void atEight() {
        clock.moveTo(MONDAY, LocalTime.of(8, 0));
    }

    @Test
    void eastOfTheTeamTheLetterOfTheDueDayIsThereOnItsMorning() {
        jdbc.sql("update client set time_zone = 'Pacific/Auckland', country = 'NZ'")
                .update();
        ledger.invoice("INV-1", harbour, FRIDAY, "EUR 100.00");
        theDayRuns(THURSDAY);
        assertThat(post.handed).as("it is Thursday evening there").isEmpty();

        clock.moveTo(THURSDAY, LocalTime.of(21, 59));
        reminders.sendDue();
        assertThat(post.handed).isEmpty();
        clock.moveTo(THURSDAY, LocalTime.of(22, 0));
        reminders.sendDue();

        assertThat(theOnly(post.handed).words().subject()).contains("due today");
        assertThat(theOnly(post.handed).words().text()).contains("is due today");
        theDayRuns(FRIDAY);
        clock.moveTo(FRIDAY, LocalTime.of(22, 0));
        reminders.sendDue();
        assertThat(post.handed).hasSize(1);
    }

    @Test
    void westOfTheTeamItIsThereOnItsMorningToo() {
        jdbc.sql("update client set time_zone = 'America/Los_Angeles', country = 'US'")
                .update();
        ledger.invoice("INV-1", harbour, FRIDAY, "EUR 100.00");
        theDayRuns(FRIDAY);
        assertThat(post.handed).as("it is two in the night there").isEmpty();

        clock.moveTo(FRIDAY, LocalTime.of(17, 0));
        reminders.sendDue();

        assertThat(theOnly(post.handed).words().subject()).contains("due today");
    }

    @Test
    void aDueDayOnWhichNoLetterOfTheTeamCanLeaveIsSpokenOfBeforeIt() {
        jdbc.sql("update client set time_zone = 'Asia/Kabul', country = 'AF'").update();
        var sunday = MONDAY.plusDays(6);
        var invoice = ledger.invoice("INV-1", harbour, sunday, "EUR 100.00");
        cadences("cadences:\n  - name: A\n    steps: [{ day: 0, letter: due-today }]\n");
        assertThat(history.timetables(List.of(invoices.find(invoice).orElseThrow()))
                        .getFirst()
                        .steps())
                .extracting(Timetable.StepOn::on)
                .containsExactly(sunday.minusDays(1));

        MONDAY.datesUntil(sunday.minusDays(1)).forEach(this::theDayRuns);
        clock.moveTo(sunday.minusDays(1), LocalTime.of(5, 30));
        reminders.sendDue();
        theDayRuns(sunday.plusDays(1));

        assertThat(theOnly(post.handed).words().subject()).contains(": due on ");
        assertThat(theOnly(post.handed).words().text())
                .contains("is due on Sunday")
                .doesNotContain("was due");
    }

    @Test
    void theStatementListsAllThatIsOpenWhateverTheLetterAsksFor() throws IOException {
        jdbc.sql("update client set letter_per_invoice = true, statement = true, country = 'GB'")
                .update();
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        var disputed = ledger.invoice("INV-2", harbour, MONDAY.minusDays(40), "EUR 50.00");
        var held = ledger.invoice("INV-3", harbour, MONDAY.plusDays(20), "USD 7.00");
        var gone = ledger.invoice("INV-4", harbour, MONDAY.minusDays(1), "EUR 3.00");
        var paid = ledger.invoice("INV-5", harbour, MONDAY.minusDays(2), "EUR 9.00");
        jdbc.sql("update invoice set disputed = true where id = ?")
                .param(disputed.value())
                .update();
        jdbc.sql("update invoice set missing = true where id = ?")
                .param(gone.value())
                .update();
        holds.invoice(held, FRIDAY, "they asked for it", ana);
        ledger.paid(paid, MONDAY);

        theDayRuns(MONDAY);

        var mail = theOnly(post.handed);
        assertThat(mail.words().text()).contains("INV-1").doesNotContain("INV-2", "INV-3");
        try (var pdf = Loader.loadPDF(theOnly(mail.attachments()).content())) {
            var statement = new PDFTextStripper().getText(pdf);
            assertThat(statement)
                    .contains("INV-1", "INV-2", "INV-3", "€150.00", "US$7.00", "disputed")
                    .doesNotContain("INV-4", "INV-5");
        }
    }

    @Test
    void copiesGoToEachAddressOnceAndToNoneFromWhichMailCameBack() {
        jdbc.sql("update client set cc_emails = 'Boss@client.example;boss@CLIENT.example; Accounts@Client.example;"
                        + "gone@client.example'")
                .update();
        suspend("gone@client.example");
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");

        theDayRuns(MONDAY);

        assertThat(theOnly(post.handed).parties().cc())
                .extracting(MailAddress::address)
                .containsExactly("Boss@client.example");
    }

    @Test
    void aDraftInOneCurrencyDoesNotLeaveWithALetterInAnother() {
        cadences("""
                cadences:
                  - name: Dollars
                    mode: veto
                    clients: { currency: USD }
                    steps: [{ day: 7, letter: overdue-7 }]
                  - name: Euros
                    mode: draft
                    clients: { currency: EUR }
                    steps: [{ day: 0, letter: due-today }]
                """);
        ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "USD 100.00");
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 100.00");

        theDayRuns(MONDAY);

        assertThat(post.handed).isEmpty();
        assertThat(the("Harbour Books").state()).isEqualTo(State.DRAFT);
    }

    @Test
    void whereTheCarryingInvoiceIsDroppedTheNextOneSpeaksInItsOwnTone() {
        cadences("""
                cadences:
                  - name: Standard
                    steps:
                      - { day: 0, tone: friendly, letter: due-today }
                      - { day: 14, tone: firm, letter: overdue-14 }
                """);
        var late = ledger.invoice("INV-1", harbour, MONDAY.minusDays(14), "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        reminders.plan(MONDAY);
        assertThat(the("Harbour Books").words()).isEqualTo(new Reminder.Words("overdue-14", FIRM, null, null));

        decisions.edit(the("Harbour Books").id(), new Edit(null, null, Set.of(late)), ana);

        assertThat(the("Harbour Books").words()).isEqualTo(new Reminder.Words("due-today", FRIENDLY, null, null));
        var line = theOnly(reminders.planned(MONDAY, 5).lines());
        assertThat(line.dueOn()).isEqualTo(MONDAY);
        theDayRuns(MONDAY);
        assertThat(theOnly(post.handed).words().text())
                .contains("If your payment is already on its way, thank you")
                .doesNotContain("Please make your payment");
    }

    @Test
    void aPersonSendsEachInvoiceInALetterOfItsOwnWhereTheClientWantsThat() {
        jdbc.sql("update client set letter_per_invoice = true").update();
        var first = ledger.invoice("INV-1", harbour, MONDAY.minusDays(2), "EUR 100.00");
        var second = ledger.invoice("INV-2", harbour, MONDAY.minusDays(1), "EUR 50.00");
        clock.moveTo(MONDAY, LocalTime.of(10, 0));

        assertThat(requests.preview(harbour, List.of(first, second)))
                .isInstanceOfSatisfying(Preview.Ready.class, shown -> {
                    assertThat(shown.letter().subject()).contains("INV-1");
                    assertThat(shown.others()).containsExactly("INV-2");
                });
        assertThat(requests.send(harbour, List.of(first, second), ana)).isInstanceOf(SendNow.Requested.class);
        departures.run();

        assertThat(post.handed)
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.words().text()).containsPattern("INV-[12]"))
                .noneSatisfy(mail -> assertThat(mail.words().text()).contains("INV-1", "INV-2"));
    }

    @ParameterizedTest(name = "most letters {0}")
    @CsvSource({"8", "5", "2"})
    void whoHasHadAllTheLettersIsWorkForAPersonOnce(int most) {
        cadences("cadences:\n  - name: Standard\n    most-letters: " + most + "\n    steps:"
                + " [{ day: 0, letter: due-today }, { day: 3, letter: overdue-3 }, { day: 7, letter: overdue-7 }]\n");
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        var days = IntStream.range(0, 20)
                .mapToObj(MONDAY::plusDays)
                .filter(WorkingDaysFixture.mondayToFriday()::contains)
                .toList();

        var takenOver = days.stream()
                .filter(day -> {
                    theDayRuns(day);
                    return !reminders.takeOvers(day).isEmpty();
                })
                .toList();

        assertThat(post.handed).hasSize(Math.min(3, most));
        assertThat(takenOver).first().isEqualTo(most == 2 ? MONDAY.plusDays(7) : MONDAY.plusDays(10));
        assertThat(takenOver.stream()
                        .flatMap(day -> reminders.takeOvers(day).stream())
                        .distinct())
                .as("it is the same piece of work every day")
                .containsExactly(new TakeOver(harbour, List.of(invoice)));
        ledger.paid(invoice, MONDAY.plusDays(20));
        theDayRuns(MONDAY.plusDays(20));
        assertThat(reminders.takeOvers(MONDAY.plusDays(20))).isEmpty();
    }

    @Test
    void whatWasHeldBackLongerThanTheLastStepIsCaughtUpWhenItIsOver() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");
        theDayRuns(MONDAY);
        assertThat(theOnly(post.handed).words().subject()).contains("INV-1");
        holds.invoice(invoice, MONDAY.plusDays(60), "they moved", ana);
        TUESDAY.datesUntil(MONDAY.plusDays(61))
                .filter(CadenceLettersContract::isWorking)
                .forEach(this::theDayRuns);
        assertThat(post.handed).hasSize(1);

        MONDAY.plusDays(61)
                .datesUntil(MONDAY.plusDays(75))
                .filter(CadenceLettersContract::isWorking)
                .forEach(this::theDayRuns);

        assertThat(post.handed).as("the last step, once").hasSize(2);
        assertThat(jdbc.sql("select day from reminder where step = 14")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(MONDAY.plusDays(63));
    }

    @Test
    void whereNobodySendsTheDraftOfTheLastStepAPersonTakesOver() {
        cadences("""
                cadences:
                  - name: A
                    mode: draft
                    steps: [{ day: 0, letter: due-today }, { day: 3, letter: overdue-3 }]
                """);
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        theDayRuns(MONDAY);
        decisions.sendNow(the("Harbour Books").id(), ana);
        departures.run();

        TUESDAY.datesUntil(MONDAY.plusDays(15))
                .filter(CadenceLettersContract::isWorking)
                .forEach(this::theDayRuns);

        assertThat(reminders.takeOvers(MONDAY.plusDays(14))).containsExactly(new TakeOver(harbour, List.of(invoice)));
        assertThat(post.handed).hasSize(1);
    }

    @Test
    void aLetterThatOnlyListsWhatIsNotDueYetDoesNotCountAmongTheMostOfIt() {
        cadences("""
                cadences:
                  - name: A
                    most-letters: 2
                    contact-delay: 1
                    steps: [{ day: 0, letter: due-today }, { day: 2, letter: overdue-3 }]
                """);
        var paid = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY.plusDays(7), "EUR 50.00");

        MONDAY.datesUntil(THURSDAY).forEach(this::theDayRuns);
        assertThat(post.handed)
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.words().text()).contains("INV-1", "INV-2"));
        ledger.paid(paid, THURSDAY);
        jdbc.sql("update client set thanks = false").update();
        theDayRuns(MONDAY.plusDays(7));

        assertThat(post.handed).hasSize(3);
        assertThat(post.handed.getLast().words().subject()).contains("INV-2");
    }

    @Test
    void aLetterOfAnEarlierDayIsListedAndCanBeChangedAndHeldOnTheDayOnWhichItLeaves() {
        jdbc.sql("update client set time_zone = 'America/New_York', country = 'US'")
                .update();
        var independenceDay = LocalDate.of(2013, 7, 4);
        var dayAfter = independenceDay.plusDays(1);
        ledger.invoice("INV-1", harbour, dayAfter.minusDays(3), "EUR 100.00");
        ledger.invoice("INV-2", ledger.client("Mill Lane", ana), dayAfter.plusDays(30), "EUR 100.00");
        theDayRuns(independenceDay);
        clock.moveTo(dayAfter, LocalTime.of(8, 30));
        reminders.plan(dayAfter);
        reminders.listed(dayAfter);

        var letter = the("Harbour Books");
        assertThat(letter.day()).isEqualTo(independenceDay);
        assertThat(theOnly(reminders.planned(dayAfter, 5).lines()).id()).isEqualTo(letter.id());
        assertThat(decisions.edit(letter.id(), new Edit("As we said", null, Set.of()), ana))
                .isEqualTo(new Settled.Done());
        assertThat(decisions.holdAll(dayAfter, ana)).isEqualTo(new LetterDecisions.AllHeld(1, 0));
        clock.moveTo(dayAfter, LocalTime.of(15, 0));
        reminders.sendDue();
        assertThat(post.handed).isEmpty();
    }

    @Test
    void whatIsPlannedAfterAllWasHeldIsADraft() {
        theDayRuns(MONDAY.minusDays(3));
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        reminders.plan(MONDAY);
        reminders.listed(MONDAY);
        assertThat(decisions.holdAll(MONDAY, ana)).isEqualTo(new LetterDecisions.AllHeld(0, 0));
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");

        reminders.plan(MONDAY);
        clock.moveTo(MONDAY, TEN);
        job.run(MONDAY);

        assertThat(post.handed).isEmpty();
        assertThat(the("Harbour Books").state()).isEqualTo(State.DRAFT);
        ledger.invoice("INV-2", ledger.client("Mill Lane", ana), TUESDAY, "EUR 100.00");
        theDayRuns(TUESDAY);
        assertThat(post.handed).as("the next day is another one").hasSize(2);
    }

    @Test
    void theContactDelayBeginsWhenALetterHasLeft() {
        cadences("""
                cadences:
                  - name: A
                    contact-delay: 2
                    steps: [{ day: 0, letter: due-today }, { day: 2, letter: overdue-3 }]
                """);
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        post.answers(new Delivery.Unreachable(Sentence.asIs("not now")));
        theDayRuns(MONDAY);
        post.reset();
        clock.moveTo(TUESDAY, LocalTime.of(9, 30));
        jdbc.sql("update reminder set closes_at = closes_at + 86400000").update();
        reminders.sendDue();
        assertThat(post.handed).hasSize(1);

        theDayRuns(MONDAY.plusDays(2));
        assertThat(post.handed).hasSize(1);

        theDayRuns(THURSDAY);
        assertThat(post.handed).hasSize(2);
    }

    private static boolean isWorking(LocalDate day) {
        return WorkingDaysFixture.mondayToFriday().contains(day);
    }

    @Test
    void twoSpellsOfOneReasonAreTwoLinesAndADayThatFollowsIsNone() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        holds.invoice(invoice, FRIDAY, "waiting", ana);
        theDayRuns(MONDAY);
        jdbc.sql("update hold set released_at = 0").update();
        holds.invoice(invoice, MONDAY.plusDays(14), "waiting again", ana);
        theDayRuns(TUESDAY);
        theDayRuns(MONDAY.plusDays(2));
        theDayRuns(FRIDAY);

        assertThat(rests.of(invoice).stream().filter(noted -> noted.reason() == Reason.HELD))
                .extracting(
                        LetterRests.Noted::day,
                        LetterRests.Noted::until,
                        LetterRests.Noted::first,
                        LetterRests.Noted::last)
                .containsExactly(
                        tuple(0, FRIDAY, MONDAY, MONDAY),
                        tuple(0, MONDAY.plusDays(14), TUESDAY, MONDAY.plusDays(2)),
                        tuple(3, MONDAY.plusDays(14), FRIDAY, FRIDAY));
    }

    @Test
    void whatIsLetGoIsWrittenDownOnce() {
        var imported = ledger.invoice("INV-1", harbour, MONDAY.minusDays(30), "EUR 100.00");
        cadences("cadences:\n  - name: Key\n    clients: { tag: key }\n    steps: [{ day: 14, letter: overdue-14 }]\n");
        theDayRuns(MONDAY);
        cadences(MessageFolder.packaged(CadencesInForce.FILE));
        theDayRuns(TUESDAY);
        theDayRuns(MONDAY.plusDays(2));

        assertThat(rests.of(imported))
                .extracting(LetterRests.Noted::day, LetterRests.Noted::reason, LetterRests.Noted::last)
                .containsExactly(
                        tuple(0, Reason.NO_CADENCE, MONDAY),
                        tuple(-7, Reason.OVERTAKEN, TUESDAY),
                        tuple(0, Reason.OVERTAKEN, TUESDAY),
                        tuple(3, Reason.OVERTAKEN, TUESDAY),
                        tuple(7, Reason.OVERTAKEN, TUESDAY),
                        tuple(14, Reason.TOO_LATE, TUESDAY));
        assertThat(history.of(invoices.find(imported).orElseThrow()).now()).isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void lettersOfAnAutomaticCadenceAreCountedAndNobodyNeedLookAtThem() {
        cadences("cadences:\n  - name: A\n    mode: automatic\n    steps: [{ day: 0, letter: due-today }]\n");
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        reminders.plan(MONDAY);

        assertThat(reminders.planned(MONDAY, 5)).isEqualTo(new PlannedLetters(List.of(), 0, 1, 1));
        theDayRuns(MONDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.planned(MONDAY, 5)).isEqualTo(new PlannedLetters(List.of(), 0, 1, 0));
    }

    @Test
    void oneThatFailedIsListedHoweverItWasToLeave() {
        cadences("cadences:\n  - name: A\n    mode: automatic\n    steps: [{ day: 0, letter: due-today }]\n");
        ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        post.answers(new Delivery.Refused(Sentence.asIs("no such mailbox")));

        theDayRuns(MONDAY);

        assertThat(theOnly(reminders.planned(MONDAY, 5).lines()).state()).isEqualTo(State.FAILED);
    }

    @Test
    void theListSaysWhichLettersWillNotLeaveAndWhatTheOthersStillAskFor() {
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        var mill = ledger.client("Mill Lane", ana);
        var late = ledger.invoice("INV-1", harbour, MONDAY.minusDays(7), "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY, "EUR 50.00");
        var only = ledger.invoice("INV-3", mill, MONDAY, "EUR 7.00");
        reminders.plan(MONDAY);
        holds.invoice(late, FRIDAY, "waiting for a purchase order", ana);
        holds.invoice(only, FRIDAY, "they moved", ana);

        assertThat(reminders.planned(MONDAY, 5).lines())
                .extracting(
                        Line::clientName, Line::numbers, line -> line.balance().amounts(), Line::stopped)
                .containsExactly(
                        tuple("Harbour Books", List.of("INV-2"), List.of(Money.parse("EUR 50.00")), null),
                        tuple("Mill Lane", List.of("INV-3"), List.of(Money.parse("EUR 7.00")), Reason.HELD));

        theDayRuns(MONDAY);

        assertThat(reminders.planned(MONDAY, 5).lines())
                .extracting(Line::clientName, Line::state, Line::numbers, Line::stopped)
                .containsExactly(
                        tuple("Harbour Books", State.SENT, List.of("INV-2"), null),
                        tuple("Mill Lane", State.CANCELLED, List.of("INV-3"), Reason.HELD));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"draft, DRAFT", "veto, PLANNED", "automatic, PLANNED"})
    void aThankYouWaitsForAPersonWhereTheLettersDo(String mode, State state) {
        cadences("cadences:\n  - name: A\n    mode: " + mode + "\n    steps: [{ day: 0, letter: due-today }]\n");
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        sentByAPerson(invoice);
        ledger.paid(invoice, TUESDAY);

        clock.moveTo(TUESDAY, LocalTime.of(8, 30));
        reminders.plan(TUESDAY);

        assertThat(states("THANKS")).containsExactly(state);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"nothing", "reply", "hold on the client", "hold on the invoice", "cadence", "void", "credit"})
    void nobodyIsThankedWhileSomethingIsInTheWayAndNeverForWhatWasNotPaid(String why) {
        cadences("cadences:\n  - name: A\n    thanks: " + (why.equals("cadence") ? "no" : "yes")
                + "\n    steps: [{ day: 0, letter: due-today }]\n");
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        sentByAPerson(invoice);
        ledger.paid(invoice, TUESDAY);
        switch (why) {
            case "reply" -> incoming("REPLY", "WAITING");
            case "hold on the client" -> holds.client(harbour, FRIDAY, "they moved", ana);
            case "hold on the invoice" -> holds.invoice(invoice, FRIDAY, "a mistake of ours", ana);
            case "void" -> jdbc.sql("update invoice set closed_by = 'VOID'").update();
            case "credit" ->
                jdbc.sql("update invoice set closed_by = 'PART_PAYMENT'").update();
            default -> {}
        }

        theDayRuns(TUESDAY);

        assertThat(states("THANKS")).hasSize(why.equals("nothing") ? 1 : 0);
    }

    @Test
    void aThankYouThatIsPlannedDoesNotLeaveOnceTheClientIsOnHold() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        sentByAPerson(invoice);
        ledger.paid(invoice, TUESDAY);
        clock.moveTo(TUESDAY, LocalTime.of(8, 30));
        reminders.plan(TUESDAY);
        reminders.listed(TUESDAY);
        holds.client(harbour, FRIDAY, "they moved", ana);

        clock.moveTo(TUESDAY, LocalTime.of(10, 0));
        job.run(TUESDAY);

        assertThat(states("THANKS")).containsExactly(State.CANCELLED);
    }

    @Test
    void manyClientsWhoPaidAreThankedEachOnce() {
        IntStream.range(0, 450)
                .forEach(n -> ledger.invoice("INV-" + n, ledger.client("Client " + n, ana), MONDAY, "EUR 1.00"));
        theDayRuns(MONDAY);
        jdbc.sql("update invoice set open_until = ?, closed_by = 'PAYMENT'")
                .param(TUESDAY)
                .update();
        post.reset();

        theDayRuns(TUESDAY);

        assertThat(post.handed).hasSize(450);
    }

    private void sentByAPerson(InvoiceId invoice) {
        clock.moveTo(MONDAY, LocalTime.of(10, 0));
        assertThat(requests.send(harbour, List.of(invoice), ana)).isInstanceOf(SendNow.Requested.class);
        departures.run();
    }

    private List<State> states(String kind) {
        return jdbc.sql("select state from reminder where kind = ? order by id")
                .param(kind)
                .query((row, number) -> State.valueOf(row.getString("state")))
                .list();
    }

    private void suspend(String address) {
        jdbc.sql("insert into suspended_address (address) values (?)")
                .param(address)
                .update();
    }

    private void theDayRuns(LocalDate day) {
        clock.moveTo(day, LocalTime.of(8, 30));
        reminders.plan(day);
        reminders.listed(day);
        clock.moveTo(day, LocalTime.of(10, 0));
        job.run(day);
    }

    @OnSqlite
    static class OnSqliteTests extends CadenceLettersContract {}

    @OnPostgres
    static class OnPostgresTests extends CadenceLettersContract {}
}
