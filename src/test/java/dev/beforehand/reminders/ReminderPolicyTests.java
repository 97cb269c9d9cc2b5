package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Preferences;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Tone;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Decision.Rest;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.Observation.Addressee;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Observation.Standing;
import dev.beforehand.reminders.Reminder.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderPolicyTests {

    private static final LocalDate MONDAY = LocalDate.of(2013, 6, 17);
    private static final Standing NOTHING = new Standing(false, false, false, null, null);
    private static final StepDays EVERY_WORKING_DAY =
            new StepDays(MorningsFixture.of(WorkingDaysFixture.mondayToFriday()), null);
    private static final Colleague ANA = new Colleague(new ColleagueId(1), null, "ana@brightwater.example", "Ana Ruiz");
    private static final Cadence STANDARD = cadence(-7, 0, 3, 7, 14);

    @ParameterizedTest(name = "due {0}, today {1}, written {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // the days of the steps, and the days beside them
                "2013-06-24 | 2013-06-16 | -  | NOT_YET",
                "2013-06-24 | 2013-06-17 | -  | -7",
                "2013-06-24 | 2013-06-24 | -  | 0",
                "2013-06-24 | 2013-06-27 | -  | 3",
                "2013-06-24 | 2013-07-01 | -  | 7",
                "2013-06-24 | 2013-07-08 | -  | 14",
                // each step once
                "2013-06-24 | 2013-06-18 | -7 | STEP_WRITTEN",
                "2013-06-24 | 2013-06-24 | -7 | 0",
                "2013-06-24 | 2013-07-20 | 14 | STEP_WRITTEN",
                // a person wrote in between: what lies before that is over
                "2013-06-24 | 2013-06-28 | 4  | STEP_WRITTEN",
                "2013-06-24 | 2013-07-01 | 4  | 7",
                // due on a Saturday: written on the Friday before; three days after a Thursday: on the Monday
                "2013-06-15 | 2013-06-13 | -7 | STEP_WRITTEN",
                "2013-06-15 | 2013-06-14 | -7 | 0",
                "2013-06-13 | 2013-06-16 | 0  | STEP_WRITTEN",
                "2013-06-13 | 2013-06-17 | 0  | 3",
                // missed for days: the newest step alone
                "2013-06-10 | 2013-06-18 | -7 | 7",
                "2013-06-10 | 2013-06-18 | -  | 7",
                // at most a week late
                "2013-06-03 | 2013-06-24 | 7  | 14",
                "2013-06-03 | 2013-06-25 | 7  | TOO_LATE",
                "2013-03-01 | 2013-06-17 | -  | TOO_LATE",
                // a step before the due date that is caught up on it is the one of the due date
                "2013-06-17 | 2013-06-17 | -  | 0",
                // month ends, leap days and the turn of the year are days like others
                "2013-01-31 | 2013-02-04 | 0  | 3",
                "2012-02-29 | 2012-03-07 | 3  | 7",
                "2012-03-07 | 2012-02-29 | -  | -7",
                "2013-12-30 | 2014-01-13 | 7  | 14"
            })
    void theNewestStepThatIsNotWrittenCounts(
            LocalDate due, LocalDate today, @Nullable Integer written, String expected) {
        var invoice = new Chased(invoice("INV-1", due, "EUR 10.00"), STANDARD, NOTHING, written, null, 0);

        var said = switch (Verdicts.judge(invoice, EVERY_WORKING_DAY, today, today)) {
            case Verdict.Due due1 -> Integer.toString(due1.step().day());
            case Verdict.Rests rests -> rests.reason().name();
        };

        assertThat(said).isEqualTo(expected);
        assertThat(decide(seen(invoice), today).letters()).hasSize(expected.matches("-?\\d+") ? 1 : 0);
    }

    @Test
    void withoutStepsInBetweenAnAnnouncementIsCaughtUpAfterTheDueDate() {
        var invoice =
                new Chased(invoice("INV-1", MONDAY.minusDays(1), "EUR 10.00"), cadence(-2, 10), NOTHING, null, null, 0);

        assertThat(Verdicts.judge(invoice, EVERY_WORKING_DAY, MONDAY, MONDAY)).isEqualTo(new Verdict.Due(step(-2)));
    }

    @Test
    void oneLetterNamesAllThatIsOpenAndTheOldestCarriesIt() {
        var soon = chased("INV-3", MONDAY.plusDays(7), "USD 30.00");
        var oldest = new Chased(invoice("INV-5", MONDAY.minusDays(9), "EUR 9.00"), STANDARD, NOTHING, 7, null, 2);
        var late = chased("INV-1", MONDAY.minusDays(7), "EUR 10.00");
        var notYet = chased("INV-4", MONDAY.plusDays(8), "EUR 40.00");
        var today = chased("INV-2", MONDAY, "EUR 20.00");

        var letter = letter(decide(seen(soon, late, oldest, notYet, today), MONDAY));

        assertThat(letter.mode()).isEqualTo(Mode.VETO);
        assertThat(letter.onlyAbout()).isNull();
        assertThat(letter.invoices())
                .containsExactly(
                        asked(oldest.invoice(), 7, true),
                        asked(late.invoice(), 7, false),
                        asked(today.invoice(), 0, false),
                        asked(soon.invoice(), -7, false),
                        asked(notYet.invoice(), -8, true));
        assertThat(letter.invoices().stream()
                        .map(asked -> asked.invoice().balanceOn(MONDAY))
                        .collect(Totals.summing())
                        .amounts())
                .containsExactly(Money.parse("EUR 79.00"), Money.parse("USD 30.00"));
    }

    @Test
    void nothingIsWrittenWhereNoStepIsDueHoweverMuchIsOpen() {
        var written = new Chased(invoice("INV-5", MONDAY.minusDays(9), "EUR 9.00"), STANDARD, NOTHING, 7, null, 2);

        assertThat(decide(seen(written, chased("INV-4", MONDAY.plusDays(8), "EUR 40.00")), MONDAY))
                .isEqualTo(new Decision(List.of(), List.of()));
    }

    @Test
    void aClientWhoWantsALetterForEachInvoiceGetsThem() {
        var late = chased("INV-1", MONDAY.minusDays(7), "EUR 10.00");
        var today = chased("INV-2", MONDAY, "EUR 20.00");
        var notYet = chased("INV-4", MONDAY.plusDays(8), "EUR 40.00");

        assertThat(decide(with(seen(late, today, notYet), true, null), MONDAY).letters())
                .extracting(Send::onlyAbout, Send::invoices)
                .containsExactly(
                        tuple(late.invoice().id(), List.of(asked(late.invoice(), 7, false))),
                        tuple(today.invoice().id(), List.of(asked(today.invoice(), 0, false))));
    }

    @ParameterizedTest(name = "written {0} days ago, delay {1}: {2}")
    @CsvSource({"1, 3, true", "2, 3, true", "3, 3, false", "1, 1, false", "6, 7, true", "-2, 3, true"})
    void noLetterFollowsAnotherWithinTheContactDelay(int daysAgo, int delay, boolean rests) {
        var cadence = new Cadence("Standard", Mode.VETO, Segment.THE_REST, STANDARD.steps(), delay, 8, true);
        var invoice = new Chased(invoice("INV-1", MONDAY, "EUR 10.00"), cadence, NOTHING, null, null, 0);
        var seen = with(seen(invoice), false, MONDAY.minusDays(daysAgo));

        var decision = decide(seen, MONDAY);

        if (rests) {
            assertThat(decision)
                    .isEqualTo(rest(invoice, 0, Reason.CONTACT_DELAY, MONDAY.plusDays(delay - daysAgo - 1L)));
        } else {
            assertThat(decision.letters()).hasSize(1);
        }
        assertThat(decideNow(seen, MONDAY).letters())
                .as("a person may write whenever they like")
                .hasSize(1);
    }

    @Test
    void afterTheMostLettersAboutTheOldestInvoiceAPersonTakesOver() {
        var old = new Chased(invoice("INV-1", MONDAY.minusDays(60), "EUR 10.00"), STANDARD, NOTHING, 7, null, 8);
        var due = chased("INV-2", MONDAY, "EUR 10.00");

        var decision = decide(seen(old, due), MONDAY);

        assertThat(decision.letters()).isEmpty();
        assertThat(decision.rests())
                .extracting(rest -> rest.invoice().number(), Rest::day, Rest::reason)
                .containsExactly(
                        tuple("INV-1", 14, Reason.TOO_LATE),
                        tuple("INV-2", 0, Reason.MOST_LETTERS),
                        tuple("INV-1", 14, Reason.MOST_LETTERS));
        var oneLess = new Chased(old.invoice(), STANDARD, NOTHING, 7, null, 7);
        assertThat(decide(seen(oneLess, due), MONDAY).letters()).hasSize(1);
    }

    @ParameterizedTest(name = "due {0} days ago, written {1}, {2} letters, the last one {3} days ago: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                // the last step was written, and the client had its time to pay
                "17, 14, 5, 3, CADENCE_OVER",
                "17, 14, 5, 2, -",
                "30, 14, 5, -, CADENCE_OVER",
                // a step is still to come
                "10, 7, 4, 3, -",
                // the most letters, though no further step asks for one
                "10, 7, 8, 3, MOST_LETTERS",
                "10, 7, 8, 1, -",
                // what is not overdue is nobody's work yet
                "-3, -7, 8, 3, -",
                "0, 0, 8, 3, -"
            })
    void whatHadAllItsLettersAndIsStillOpenIsWorkForAPerson(
            int daysLate, int written, int letters, @Nullable Integer daysAgo, @Nullable Reason reason) {
        var invoice = invoice("INV-1", MONDAY.minusDays(daysLate), "EUR 10.00");
        var chased = new Chased(invoice, STANDARD, NOTHING, written, null, letters);
        var seen = with(seen(chased), false, daysAgo == null ? null : MONDAY.minusDays(daysAgo));

        assertThat(decide(seen, MONDAY).rests())
                .extracting(Rest::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
        var held =
                new Chased(invoice, STANDARD, new Standing(false, false, false, null, MONDAY), written, null, letters);
        assertThat(decide(with(seen(held), false, null), MONDAY).rests())
                .as("not while somebody holds it")
                .isEmpty();
    }

    @Test
    void theStepsThatALaterOneOvertookAreNotedOnceThatOneHasCome() {
        var caughtUp = chased("INV-1", MONDAY.minusDays(8), "EUR 10.00");
        var partly = new Chased(invoice("INV-2", MONDAY.minusDays(8), "EUR 10.00"), STANDARD, NOTHING, 0, null, 1);
        var onTime = new Chased(invoice("INV-3", MONDAY, "EUR 10.00"), STANDARD, NOTHING, -7, null, 1);

        assertThat(ReminderPolicy.decide(seen(caughtUp, partly, onTime), MONDAY, MONDAY)
                        .rests())
                .extracting(rest -> rest.invoice().number(), Rest::day, Rest::reason)
                .containsExactly(
                        tuple("INV-1", -7, Reason.OVERTAKEN),
                        tuple("INV-1", 0, Reason.OVERTAKEN),
                        tuple("INV-1", 3, Reason.OVERTAKEN),
                        tuple("INV-2", 3, Reason.OVERTAKEN));
    }

    @Test
    void whyNotNowSaysThatTheDayOfTheStepIsLongPast() {
        var imported = chased("INV-1", MONDAY.minusDays(30), "EUR 10.00");

        assertThat(Verdicts.whyNotNow(seen(imported), imported, MONDAY, MONDAY))
                .contains(new Verdict.Rests(Reason.TOO_LATE));
        assertThat(decide(seen(imported), MONDAY)).isEqualTo(rest(imported, 14, Reason.TOO_LATE, null));
    }

    @ParameterizedTest(name = "held back on {0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {"-, TOO_LATE", "2013-05-01, TOO_LATE", "2013-06-03, HELD", "2013-06-14, HELD"})
    void whatIsStillOnHoldIsNotGivenUpHoweverLongNobodyNotedIt(@Nullable LocalDate heldBack, Reason reason) {
        var held = new Chased(
                invoice("INV-1", MONDAY.minusDays(30), "EUR 10.00"),
                STANDARD,
                new Standing(false, false, false, null, MONDAY),
                7,
                heldBack,
                3);

        assertThat(Verdicts.judge(held, EVERY_WORKING_DAY, MONDAY, MONDAY))
                .isInstanceOfSatisfying(
                        Verdict.Rests.class, rests -> assertThat(rests.reason()).isEqualTo(reason));
    }

    @Test
    void whatALetterOnlyListsBringsItsModeAndItsDelayToo() {
        var asked = new Chased(invoice("INV-1", MONDAY, "EUR 10.00"), cadence(Mode.VETO, 2), NOTHING, null, null, 0);
        var listed = new Chased(
                invoice("INV-2", MONDAY.plusDays(20), "USD 10.00"), cadence(Mode.DRAFT, 14), NOTHING, null, null, 0);

        assertThat(decide(seen(asked, listed), MONDAY).letters())
                .singleElement()
                .extracting(Send::mode)
                .isEqualTo(Mode.DRAFT);
        assertThat(decide(with(seen(asked, listed), false, MONDAY.minusDays(3)), MONDAY))
                .isEqualTo(rest(asked, 0, Reason.CONTACT_DELAY, MONDAY.plusDays(10)));
    }

    @ParameterizedTest(name = "{0} with {1} beside it: {2}")
    @CsvSource({
        "DRAFT, VETO, DRAFT",
        "VETO, DRAFT, DRAFT",
        "AUTOMATIC, VETO, VETO",
        "DRAFT, AUTOMATIC, DRAFT",
        "AUTOMATIC, AUTOMATIC, AUTOMATIC"
    })
    void ofTwoCadencesInOneLetterTheStricterModeCounts(Mode first, Mode second, Mode mode) {
        var dollars = new Chased(
                invoice("INV-1", MONDAY.minusDays(7), "USD 10.00"), cadence(first, 3), NOTHING, null, null, 0);
        var euros = new Chased(invoice("INV-2", MONDAY, "EUR 10.00"), cadence(second, 3), NOTHING, null, null, 0);

        assertThat(letter(decide(seen(dollars, euros), MONDAY)).mode()).isEqualTo(mode);
    }

    @ParameterizedTest(name = "written {0} days ago, delays {1} and {2}: {3}")
    @CsvSource({"3, 3, 10, true", "3, 10, 3, true", "9, 10, 3, true", "10, 10, 3, false", "3, 3, 3, false"})
    void ofTwoCadencesInOneLetterTheLongerDelayCounts(int daysAgo, int first, int second, boolean rests) {
        var dollars = new Chased(
                invoice("INV-1", MONDAY.minusDays(7), "USD 10.00"), cadence(Mode.VETO, first), NOTHING, null, null, 0);
        var euros =
                new Chased(invoice("INV-2", MONDAY, "EUR 10.00"), cadence(Mode.VETO, second), NOTHING, null, null, 0);

        var decision = decide(with(seen(dollars, euros), false, MONDAY.minusDays(daysAgo)), MONDAY);

        assertThat(decision.letters()).hasSize(rests ? 0 : 1);
        assertThat(decision.rests())
                .extracting(Rest::reason)
                .containsExactlyElementsOf(rests ? List.of(Reason.CONTACT_DELAY, Reason.CONTACT_DELAY) : List.of());
    }

    @ParameterizedTest(name = "due {0}, decided {1}, leaves {2}: {3}")
    @CsvSource({
        // east of the team: what is decided on Thursday leaves on Friday
        "2013-06-21, 2013-06-20, 2013-06-21, 0",
        "2013-06-21, 2013-06-21, 2013-06-24, 3",
        // west of it: what is decided on Friday leaves on Thursday still
        "2013-06-21, 2013-06-21, 2013-06-20, -7"
    })
    void theStepIsThatOfTheDayOnWhichTheLetterLeaves(LocalDate due, LocalDate decided, LocalDate leavesOn, int step) {
        var decision = ReminderPolicy.decide(seen(chased("INV-1", due, "EUR 10.00")), decided, leavesOn);

        assertThat(letter(decision).invoices())
                .extracting(asked -> asked.step().day())
                .containsExactly(step);
    }

    @Test
    void aPersonSendsALetterForEachInvoiceToAClientWhoWantsThem() {
        var late = chased("INV-1", MONDAY.minusDays(7), "EUR 10.00");
        var today = chased("INV-2", MONDAY, "EUR 20.00");

        assertThat(decideNow(with(seen(late, today), true, null), MONDAY).letters())
                .extracting(Send::onlyAbout, send -> send.invoices().size())
                .containsExactly(
                        tuple(late.invoice().id(), 1), tuple(today.invoice().id(), 1));
    }

    @Test
    void aClientWhomNoCadenceServesGetsNoLetterButAPersonMayWrite() {
        var invoice = new Chased(invoice("INV-1", MONDAY, "EUR 10.00"), null, NOTHING, null, null, 0);

        assertThat(decide(seen(invoice), MONDAY))
                .isEqualTo(
                        new Decision(List.of(), List.of(new Rest(invoice.invoice(), "", 0, Reason.NO_CADENCE, null))));
        assertThat(decideNow(seen(invoice), MONDAY).letters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAID",
                "PAID_UP",
                "VOID",
                "NOT_IN_LEDGER",
                "DISPUTED",
                "PROBLEM",
                "ON_PLAN",
                "PROMISED",
                "PROMISED_TODAY",
                "HELD",
                "HELD_TODAY"
            })
    void whatMustNotBeAskedForIsInNoLetter(String why) {
        var excluded = excluded(why);
        var other = chased("INV-2", MONDAY.plusDays(7), "EUR 20.00");
        var onlyTheOther = List.of(asked(other.invoice(), -7, false));

        assertThat(letter(decide(seen(excluded, other), MONDAY)).invoices()).isEqualTo(onlyTheOther);
        assertThat(letter(decideNow(seen(excluded, other), MONDAY)).invoices())
                .isEqualTo(List.of(new Asked(other.invoice(), Step.nearest(-7), false)));
        assertThat(decide(seen(excluded), MONDAY)).isEqualTo(alone(excluded, why));
        assertThat(decideNow(seen(excluded), MONDAY).letters()).isEmpty();
        assertThat(Obstacles.fallenOut(List.of(named(excluded), named(other)), seen(excluded, other), MONDAY))
                .isEqualTo(Map.of(excluded.invoice().id(), reason(why)));
    }

    @Test
    void aPromiseOrAHoldWhoseDaysArePastHoldsNothing() {
        var yesterday = MONDAY.minusDays(1);
        var over = new Chased(
                invoice("INV-1", MONDAY.minusDays(3), "EUR 10.00"),
                STANDARD,
                new Standing(false, false, false, yesterday, yesterday),
                null,
                null,
                0);

        assertThat(decide(seen(over), MONDAY).letters()).hasSize(1);
    }

    @Test
    void nothingIsNotedOfAnInvoiceThatWouldNotBeWrittenAboutAnyway() {
        var disputed = new Chased(
                invoice("INV-1", MONDAY.plusDays(20), "EUR 10.00"),
                STANDARD,
                new Standing(false, true, false, null, null),
                null,
                null,
                0);

        assertThat(decide(seen(disputed), MONDAY)).isEqualTo(new Decision(List.of(), List.of()));
        assertThat(decideNow(seen(disputed), MONDAY).rests())
                .extracting(Rest::reason)
                .containsExactly(Reason.DISPUTED);
    }

    @Test
    void aClientWithItsLetterOfTheDayGetsNoOther() {
        var invoice = chased("INV-1", MONDAY, "EUR 10.00");
        var seen = new Observation(
                client(false),
                ANA,
                Addressee.REACHABLE,
                false,
                true,
                null,
                null,
                EVERY_WORKING_DAY,
                ZoneId.of("Europe/London"),
                List.of(invoice));

        assertThat(decide(seen, MONDAY)).isEqualTo(rest(invoice, 0, Reason.WRITTEN_TODAY, MONDAY));
        assertThat(decideNow(seen, MONDAY).rests())
                .extracting(Rest::reason, Rest::until)
                .containsExactly(tuple(Reason.WRITTEN_TODAY, MONDAY));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NO_CONTACT",
                "ADDRESS_SUSPENDED",
                "NO_ACCOUNT_MANAGER",
                "REPLY_WAITS",
                "LEDGER_STALE",
                "MAIL_NOT_SET_UP"
            })
    void whatKeepsBackAClientsLettersKeepsBackEachOfThem(Reason reason) {
        var invoice = chased("INV-1", MONDAY, "EUR 10.00");
        var seen = new Observation(
                client(false),
                reason == Reason.NO_ACCOUNT_MANAGER ? null : ANA,
                switch (reason) {
                    case NO_CONTACT -> Addressee.UNKNOWN;
                    case ADDRESS_SUSPENDED -> Addressee.SUSPENDED;
                    default -> Addressee.REACHABLE;
                },
                reason == Reason.REPLY_WAITS,
                false,
                null,
                reason == Reason.LEDGER_STALE || reason == Reason.MAIL_NOT_SET_UP ? reason : null,
                EVERY_WORKING_DAY,
                ZoneId.of("Europe/London"),
                List.of(invoice));

        assertThat(decide(seen, MONDAY)).isEqualTo(rest(invoice, 0, reason, null));
        assertThat(decideNow(seen, MONDAY).rests()).extracting(Rest::reason).containsExactly(reason);
        assertThat(Obstacles.fallenOut(List.of(named(invoice)), seen, MONDAY))
                .isEqualTo(Map.of(invoice.invoice().id(), reason));
    }

    @ParameterizedTest
    @CsvSource({"-20, -20", "0, 0", "2, 2", "90, 90"})
    void aPersonMayWriteOnAnyDay(int daysLate, int day) {
        var invoice = chased("INV-1", MONDAY.minusDays(daysLate), "EUR 10.00");

        assertThat(letter(decideNow(seen(invoice), MONDAY)))
                .isEqualTo(new Send(null, null, null, List.of(new Asked(invoice.invoice(), Step.nearest(day), false))));
    }

    @Test
    void aLetterWhoseInvoiceGotAnotherDueDateIsNotSent() {
        var planned = chased("INV-1", MONDAY, "EUR 10.00");
        var now = chased("INV-1", MONDAY.plusDays(30), "EUR 10.00");

        assertThat(Obstacles.fallenOut(List.of(named(planned)), seen(now), MONDAY))
                .isEqualTo(Map.of(now.invoice().id(), Reason.DUE_DATE_CHANGED));
    }

    /** Without the older steps of an invoice that nobody was written to about. */
    private Decision decide(Observation seen, LocalDate today) {
        var decision = ReminderPolicy.decide(seen, today, today);
        return new Decision(
                decision.letters(),
                decision.rests().stream()
                        .filter(rest -> rest.reason() != Reason.OVERTAKEN)
                        .toList());
    }

    private Decision decideNow(Observation seen, LocalDate today) {
        return ReminderPolicy.decideNow(seen, today, today);
    }

    private static Asked asked(Invoice invoice, int day, boolean listed) {
        var step = STANDARD.steps().stream()
                .filter(each -> each.day() == day)
                .findFirst()
                .orElseGet(() -> Step.nearest(day));
        return new Asked(invoice, step, listed);
    }

    private static Chased excluded(String why) {
        var open = invoice("INV-1", MONDAY.minusDays(3), "EUR 10.00");
        return switch (why) {
            case "PAID" -> chased(closed(open, ClosedBy.PAYMENT), NOTHING);
            case "PAID_UP" -> chased(with(open, open.total(), false), NOTHING);
            case "VOID" -> chased(closed(open, ClosedBy.VOID), NOTHING);
            case "DISPUTED" -> chased(with(open, Money.zero(open.total().getCurrencyUnit()), true), NOTHING);
            case "NOT_IN_LEDGER" -> chased(open, new Standing(true, false, false, null, null));
            case "PROBLEM" -> chased(open, new Standing(false, true, false, null, null));
            case "ON_PLAN" -> chased(open, new Standing(false, false, true, null, null));
            case "PROMISED" -> chased(open, new Standing(false, false, false, MONDAY.plusDays(4), null));
            case "PROMISED_TODAY" -> chased(open, new Standing(false, false, false, MONDAY, null));
            case "HELD" -> chased(open, new Standing(false, false, false, null, MONDAY.plusDays(4)));
            case "HELD_TODAY" -> chased(open, new Standing(false, false, false, null, MONDAY));
            default -> throw new IllegalArgumentException(why);
        };
    }

    private static Reason reason(String why) {
        return switch (why) {
            case "PAID_UP" -> Reason.PAID;
            case "PROBLEM" -> Reason.DISPUTED;
            case "PROMISED_TODAY" -> Reason.PROMISED;
            case "HELD_TODAY" -> Reason.HELD;
            default -> Reason.valueOf(why);
        };
    }

    private static Decision alone(Chased excluded, String why) {
        return switch (why) {
            case "PAID", "PAID_UP", "VOID" -> new Decision(List.of(), List.of());
            case "PROMISED", "HELD" -> rest(excluded, 3, reason(why), MONDAY.plusDays(4));
            case "PROMISED_TODAY", "HELD_TODAY" -> rest(excluded, 3, reason(why), MONDAY);
            default -> rest(excluded, 3, reason(why), null);
        };
    }

    private static Decision rest(Chased chased, int day, Reason reason, @Nullable LocalDate until) {
        return new Decision(List.of(), List.of(new Rest(chased.invoice(), "Standard", day, reason, until)));
    }

    private static Send letter(Decision decision) {
        assertThat(decision.letters()).hasSize(1);
        return decision.letters().getFirst();
    }

    private static Observation seen(Chased... invoices) {
        return new Observation(
                client(false),
                ANA,
                Addressee.REACHABLE,
                false,
                false,
                null,
                null,
                EVERY_WORKING_DAY,
                ZoneId.of("Europe/London"),
                Arrays.asList(invoices));
    }

    private static Observation with(Observation seen, boolean letterPerInvoice, @Nullable LocalDate lastLetter) {
        return new Observation(
                client(letterPerInvoice),
                seen.manager(),
                seen.addressee(),
                false,
                false,
                lastLetter,
                null,
                seen.days(),
                seen.zone(),
                seen.invoices());
    }

    private static Client client(boolean letterPerInvoice) {
        var preferences = new Preferences(null, null, null, letterPerInvoice, false, null, true);
        return new Client(
                new ClientId(1), "Harbour", "harbour", null, null, null, null, null, null, null, null, preferences);
    }

    private static Cadence cadence(int... days) {
        var steps = IntStream.of(days).mapToObj(ReminderPolicyTests::step).toList();
        return new Cadence("Standard", Mode.VETO, Segment.THE_REST, steps, 3, 8, true);
    }

    private static Cadence cadence(Mode mode, int delay) {
        return new Cadence("Standard", mode, Segment.THE_REST, STANDARD.steps(), delay, 8, true);
    }

    private static Step step(int day) {
        return new Step(day, Tone.NEUTRAL, day < 0 ? "due-in-7" : "overdue-3");
    }

    private static Chased chased(String number, LocalDate due, String balance) {
        return chased(invoice(number, due, balance), NOTHING);
    }

    private static Chased chased(Invoice invoice, Standing standing) {
        return new Chased(invoice, STANDARD, standing, null, null, 0);
    }

    private static Named named(Chased chased) {
        var invoice = chased.invoice();
        return new Named(invoice.id(), invoice.number(), 3, invoice.dueOn(), invoice.total(), false, null);
    }

    private static Invoice invoice(String number, LocalDate due, String total) {
        var amount = Money.parse(total);
        return new Invoice(
                new InvoiceId(number.hashCode()),
                number,
                new ClientId(1),
                due.minusDays(40),
                due,
                amount,
                Money.zero(amount.getCurrencyUnit()),
                Invoice.UNKNOWN,
                null,
                false);
    }

    private static Invoice with(Invoice open, Money paid, boolean disputed) {
        return new Invoice(
                open.id(),
                open.number(),
                open.clientId(),
                open.issuedOn(),
                open.dueOn(),
                open.total(),
                paid,
                open.openUntil(),
                open.closedBy(),
                disputed);
    }

    private static Invoice closed(Invoice open, ClosedBy how) {
        return new Invoice(
                open.id(),
                open.number(),
                open.clientId(),
                open.issuedOn(),
                open.dueOn(),
                open.total(),
                open.paid(),
                MONDAY,
                how,
                false);
    }
}
