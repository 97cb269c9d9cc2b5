package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.ClientSaid;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads a filled-in feedback form: what the client said, or a sentence beside each field that cannot stand. Pure. */
final class FeedbackForm {

    static final String WORDS = "words";
    static final String MOOD = "mood";
    static final String DAY = "day";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String PROBLEM = "problem";
    /** What is chosen in place of a reason where the problem is over. */
    static final String SOLVED = "SOLVED";

    static final int LONGEST_WORDS = 3000;

    private final FormFields fields;
    private final Totals open;
    private final LocalDate today;
    private final Phrases phrases;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** @param open what is owed on the check-in's invoices */
    FeedbackForm(FormFields fields, Totals open, LocalDate today, Phrases phrases) {
        this.fields = fields;
        this.open = open;
        this.today = today;
        this.phrases = phrases;
    }

    /** What came of reading. */
    sealed interface Read {

        record Good(ClientSaid said) implements Read {}

        /** @param errors a sentence for each block */
        record Bad(Map<String, String> errors) implements Read {}
    }

    Read read(FeedbackAsk ask) {
        var words = words();
        var mood = mood();
        var promise = promise(ask);
        var problem = problem(ask);
        return errors.isEmpty() && mood != null
                ? new Read.Good(new ClientSaid(words, mood, promise, problem, isSolved()))
                : new Read.Bad(errors);
    }

    private String words() {
        var words = fields.text(WORDS);
        if (words.isEmpty()) {
            wrong(WORDS, "feedback.error.words");
        }
        return Format.cut(words, LONGEST_WORDS);
    }

    private @Nullable Mood mood() {
        var mood = fields.option(MOOD);
        if (mood == null) {
            wrong(MOOD, "feedback.error.mood");
            return null;
        }
        return Mood.valueOf(mood);
    }

    private boolean isSolved() {
        return SOLVED.equals(fields.option(PROBLEM));
    }

    private @Nullable Problem problem(FeedbackAsk ask) {
        var problem = isSolved() ? null : fields.option(PROBLEM);
        if (problem == null && ask == FeedbackAsk.PROBLEM) {
            wrong(PROBLEM, "feedback.error.problem");
        }
        return problem == null ? null : Problem.valueOf(problem);
    }

    /** The amount is filled in for convenience, so it means a promise only beside a day. */
    private ClientSaid.@Nullable Promised promise(FeedbackAsk ask) {
        var day = day(ask);
        var amount = day == null ? null : amount();
        return day == null || amount == null ? null : new ClientSaid.Promised(amount, day);
    }

    private @Nullable LocalDate day(FeedbackAsk ask) {
        try {
            var day = fields.date(DAY);
            if (day == null && (ask == FeedbackAsk.PROMISE || anAmountWasTyped())) {
                wrong(DAY, "feedback.error.day");
            } else if (day != null && day.isBefore(today)) {
                wrong(DAY, "feedback.error.day-past", Map.of("today", Format.day(today)));
            } else if (day != null && day.isAfter(today.plusYears(1))) {
                wrong(DAY, "feedback.error.day-far");
            } else if (day != null && open.isEmpty()) {
                wrong(DAY, "feedback.error.nothing-owed");
            } else {
                return day;
            }
        } catch (DateTimeException e) {
            wrong(DAY, "feedback.error.no-day");
        }
        return null;
    }

    /** Other than the balance that stood there when the form was opened. */
    private boolean anAmountWasTyped() {
        var typed = fields.text(AMOUNT);
        var filledIn = open.amounts().size() == 1
                ? open.amounts().getFirst().getAmount().toPlainString()
                : "";
        return !typed.isEmpty() && !typed.equals(filledIn);
    }

    private @Nullable Money amount() {
        var owed = open.in(currency());
        try {
            var typed = fields.number(AMOUNT);
            return typed == null ? owed : within(owed, typed);
        } catch (NumberFormatException e) {
            wrong(AMOUNT, "feedback.error.no-amount");
            return null;
        }
    }

    private @Nullable Money within(Money owed, BigDecimal typed) {
        var plain = typed.stripTrailingZeros();
        if (plain.signum() <= 0) {
            wrong(AMOUNT, "feedback.error.amount-small");
        } else if (typed.compareTo(owed.getAmount()) > 0) {
            wrong(AMOUNT, "feedback.error.amount-large", Map.of("owed", Format.money(owed)));
        } else if (plain.scale() > owed.getScale()) {
            wrong(
                    AMOUNT,
                    "feedback.error.amount-fine",
                    Map.of("currency", owed.getCurrencyUnit().getCode()));
        } else {
            return Money.of(owed.getCurrencyUnit(), plain);
        }
        return null;
    }

    /** The only one, or the one that was chosen. */
    private CurrencyUnit currency() {
        var chosen = fields.option(CURRENCY);
        return chosen == null ? open.amounts().getFirst().getCurrencyUnit() : CurrencyUnit.of(chosen);
    }

    private void wrong(String field, String key) {
        wrong(field, key, Map.of());
    }

    private void wrong(String field, String key, Map<String, ?> values) {
        errors.put(field, phrases.say(key, values));
    }
}
