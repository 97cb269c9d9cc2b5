package dev.beforehand.slack.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.ViewState;
import dev.beforehand.Golden;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.ClientSaid;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.agreements.PromiseFields;
import dev.beforehand.slack.checkins.FeedbackForm.Read;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackFormTests {

    private static final Phrases PHRASES = Phrases.packaged();
    private static final LocalDate MONDAY = LocalDate.of(2013, 6, 17);
    private static final Totals EUROS = Totals.of(List.of(Money.parse("EUR 1000.00")));
    private static final Totals TWO_CURRENCIES =
            Totals.of(List.of(Money.parse("EUR 1000.00"), Money.parse("JPY 5000")));

    private final Map<String, Map<String, ViewState.Value>> filledIn = new HashMap<>();

    @Test
    void theFormsAreAsTheyWereRead() {
        var modal = new FeedbackModal(new PromiseFields(new Modals(PHRASES), PHRASES), new Modals(PHRASES), PHRASES);
        var id = new FeedbackSheet(new CheckInId(17), "a-form");

        Golden.assertSlack("feedback-modal", modal.render(id, "Harbour Books", EUROS, null, FeedbackAsk.ANYTHING));
        Golden.assertSlack(
                "feedback-modal-problem",
                modal.render(id, "Harbour Books", EUROS, Problem.QUALITY, FeedbackAsk.ANYTHING));
        Golden.assertSlack(
                "feedback-modal-promise",
                modal.render(id, CheckInCardFixture.HOSTILE, TWO_CURRENCIES, null, FeedbackAsk.PROMISE));
        Golden.assertSlack(
                "feedback-modal-paid",
                modal.render(id, "Harbour Books", Totals.NONE, Problem.OTHER, FeedbackAsk.PROBLEM));
    }

    @Test
    void wordsAndMoodAreEnough() {
        words("They will see").mood(Mood.NEUTRAL).amount("1000.00");

        assertThat(said(EUROS)).isEqualTo(new ClientSaid("They will see", Mood.NEUTRAL, null, null));
    }

    @Test
    void anEmptyFormIsAskedForWhatIsMissing() {
        words(" \n ");

        assertThat(errors(EUROS, FeedbackAsk.ANYTHING)).containsOnlyKeys("words", "mood");
        assertThat(errors(EUROS, FeedbackAsk.PROMISE)).containsKey("day");
        assertThat(errors(EUROS, FeedbackAsk.PROBLEM)).containsKey("problem");
    }

    @Test
    void aDayIsAPromiseOfAllThatIsOpenUnlessAnAmountSaysOtherwise() {
        words("On Friday").mood(Mood.FRIENDLY).day("2013-06-21");
        assertThat(promised(EUROS)).isEqualTo("EUR 1000.00 on 2013-06-21");

        amount("250.5");
        assertThat(promised(EUROS)).isEqualTo("EUR 250.50 on 2013-06-21");
    }

    @Test
    void theChosenCurrencyCounts() {
        words("On Friday").mood(Mood.FRIENDLY).day("2013-06-21").option("currency", "JPY");
        assertThat(promised(TWO_CURRENCIES)).isEqualTo("JPY 5000 on 2013-06-21");

        amount("1200");
        assertThat(promised(TWO_CURRENCIES)).isEqualTo("JPY 1200 on 2013-06-21");

        amount("1200.5");
        assertThat(errors(TWO_CURRENCIES, FeedbackAsk.ANYTHING))
                .containsExactly(
                        Map.entry("amount", "JPY has no amounts as fine as that. Please write fewer decimals."));
    }

    @Test
    void aProblemHasItsReason() {
        words("Half of it was broken").mood(Mood.UPSET).option("problem", "QUALITY");

        assertThat(said(EUROS).problem()).isEqualTo(Problem.QUALITY);
    }

    @Test
    void aProblemIsSolvedOnlyWhereThatIsChosen() {
        words("They got a replacement").mood(Mood.FRIENDLY).option("problem", "SOLVED");

        assertThat(said(EUROS)).isEqualTo(new ClientSaid("They got a replacement", Mood.FRIENDLY, null, null, true));
        assertThat(errors(EUROS, FeedbackAsk.PROBLEM)).containsOnlyKeys("problem");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2013-06-16 |         | day    | This day is past. Please choose Mon 17 Jun or a later one.
            2014-06-18 |         | day    | This is more than a year away. Please choose an earlier day.
            2013-02-31 |         | day    | Please choose a day from the calendar.
            ''         | 500     | day    | Please choose the day on which they will pay.
            2013-06-21 | 1000.01 | amount | They owe €1,000.00, so they cannot promise more on these invoices.
            2013-06-21 | 0       | amount | Please write an amount above zero, or leave it empty for all that is open.
            2013-06-21 | -5      | amount | Please write an amount above zero, or leave it empty for all that is open.
            2013-06-21 | 0.001   | amount | EUR has no amounts as fine as that. Please write fewer decimals.
            2013-06-21 | 1e99999 | amount | They owe €1,000.00, so they cannot promise more on these invoices.
            2013-06-21 | a lot   | amount | Please write the amount as a number, like 1250.50.
            """)
    void whatCannotStandIsSaidBesideItsField(String day, String amount, String field, String sentence) {
        words("Soon").mood(Mood.NEUTRAL).day(day).amount(amount == null ? "" : amount);

        assertThat(errors(EUROS, FeedbackAsk.ANYTHING)).containsExactly(Map.entry(field, sentence));
    }

    @ParameterizedTest
    @CsvSource({"2013-06-17", "2014-06-17"})
    void todayAndAYearFromNowCanBePromised(String day) {
        words("Soon").mood(Mood.NEUTRAL).day(day);

        assertThat(promised(EUROS)).endsWith(day);
    }

    @Test
    void nothingIsPromisedOnWhatWasPaidMeanwhile() {
        words("On Friday").mood(Mood.FRIENDLY).day("2013-06-21");

        assertThat(errors(Totals.NONE, FeedbackAsk.ANYTHING)).containsOnlyKeys("day");
    }

    @Test
    void aCurrencyThatWasPaidMeanwhileIsSaidBesideIt() {
        words("On Friday").mood(Mood.FRIENDLY).day("2013-06-21").option("currency", "JPY");

        assertThat(errors(EUROS, FeedbackAsk.ANYTHING))
                .containsExactly(
                        Map.entry("currency", "Nothing is open in JPY any more. Please choose another currency."));
    }

    private FeedbackFormTests words(String words) {
        var value = new ViewState.Value();
        value.setValue(words);
        return fill("words", value);
    }

    private FeedbackFormTests mood(Mood mood) {
        return option("mood", mood.name());
    }

    private FeedbackFormTests day(String day) {
        var value = new ViewState.Value();
        value.setSelectedDate(day);
        return fill("day", value);
    }

    private FeedbackFormTests amount(String amount) {
        var value = new ViewState.Value();
        value.setValue(amount);
        return fill("amount", value);
    }

    private FeedbackFormTests option(String field, String chosen) {
        var option = new ViewState.SelectedOption();
        option.setValue(chosen);
        var value = new ViewState.Value();
        value.setSelectedOption(option);
        return fill(field, value);
    }

    private FeedbackFormTests fill(String field, ViewState.Value value) {
        filledIn.put(field, Map.of(field, value));
        return this;
    }

    private ClientSaid said(Totals open) {
        assertThat(read(open, FeedbackAsk.ANYTHING)).isInstanceOf(Read.Good.class);
        return ((Read.Good) read(open, FeedbackAsk.ANYTHING)).said();
    }

    private String promised(Totals open) {
        var promise = said(open).promise();
        assertThat(promise).isNotNull();
        return promise.amount() + " on " + promise.on();
    }

    private Map<String, String> errors(Totals open, FeedbackAsk ask) {
        assertThat(read(open, ask)).isInstanceOf(Read.Bad.class);
        return ((Read.Bad) read(open, ask)).errors();
    }

    private Read read(Totals open, FeedbackAsk ask) {
        var state = ViewState.builder().values(filledIn).build();
        return new FeedbackForm(new FormFields(state), open, MONDAY, PHRASES).read(ask);
    }
}
