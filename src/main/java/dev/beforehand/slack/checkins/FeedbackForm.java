package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.ClientSaid;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.agreements.PromiseReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a filled-in feedback form: what the client said, or a sentence beside each field that cannot stand. Pure. */
public final class FeedbackForm {

    public static final String WORDS = "words";
    static final String MOOD = "mood";
    static final String PROBLEM = "problem";
    /** What is chosen in place of a reason where the problem is over. */
    static final String SOLVED = "SOLVED";

    public static final int LONGEST_WORDS = 3000;

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

    /** Reads the form of somebody whom nobody asks for a promise. */
    public static Read read(FormFields fields, LocalDate today, Phrases phrases) {
        return new FeedbackForm(fields, Totals.of(List.of()), today, phrases).read(FeedbackAsk.ANYTHING);
    }

    /** What came of reading. */
    public sealed interface Read {

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

    private ClientSaid.@Nullable Promised promise(FeedbackAsk ask) {
        return new PromiseReader(fields, open, today, phrases, errors).read(ask == FeedbackAsk.PROMISE);
    }

    private void wrong(String field, String key) {
        errors.put(field, phrases.say(key));
    }
}
