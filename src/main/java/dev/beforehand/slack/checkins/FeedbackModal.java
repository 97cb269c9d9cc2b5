package dev.beforehand.slack.checkins;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.agreements.PromiseFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which a colleague writes down what a client said; pure. */
@Component
public class FeedbackModal {

    private static final String PREFIX = "feedback";

    private final PromiseFields promise;
    private final Modals modals;
    private final Phrases phrases;

    public FeedbackModal(PromiseFields promise, Modals modals, Phrases phrases) {
        this.promise = promise;
        this.modals = modals;
        this.phrases = phrases;
    }

    /**
     * @param open what is owed; where that is nothing, nobody is asked for a promise
     * @param standing the problem that stands; it can be called solved, and stands on where nothing is chosen
     */
    View render(FeedbackSheet sheet, String client, Totals open, @Nullable Problem standing, FeedbackAsk ask) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(about(client, open));
        blocks.add(words(null));
        blocks.add(mood());
        if (!open.isEmpty()) {
            blocks.addAll(promise.render(open.amounts(), ask == FeedbackAsk.PROMISE));
        }
        blocks.add(problem(standing, ask));
        return modals.form(PREFIX, ask.callbackId(), sheet.metadata(), blocks);
    }

    /** What is asked about words that stand somewhere already. */
    public List<InputBlock> fields(String words) {
        return List.of(words(words.isBlank() ? null : words), mood(), problem(null, FeedbackAsk.ANYTHING));
    }

    private LayoutBlock about(String client, Totals open) {
        var balance = open.isEmpty() ? (Object) false : Format.totals(open);
        var text = phrases.say("card.head", Map.of("client", Format.name(client), "balance", balance));
        return section(s -> s.text(markdownText(text)));
    }

    private InputBlock words(@Nullable String said) {
        return field(
                FeedbackForm.WORDS,
                false,
                plainTextInput(i -> i.actionId(FeedbackForm.WORDS)
                        .multiline(true)
                        .initialValue(said)
                        .maxLength(FeedbackForm.LONGEST_WORDS)
                        .placeholder(plainText(phrases.say("feedback.words.placeholder")))));
    }

    private InputBlock mood() {
        return choice(FeedbackForm.MOOD, false, options(FeedbackForm.MOOD, Mood.values()));
    }

    private InputBlock problem(@Nullable Problem standing, FeedbackAsk ask) {
        var needed = ask == FeedbackAsk.PROBLEM;
        var options = options(FeedbackForm.PROBLEM, Problem.values());
        if (standing == null || needed) {
            return choice(FeedbackForm.PROBLEM, !needed, options);
        }
        options.addFirst(Modals.option(phrases.say("feedback.problem.SOLVED"), FeedbackForm.SOLVED));
        var problem = choice(FeedbackForm.PROBLEM, true, options);
        problem.setHint(plainText(
                phrases.say("feedback.problem.hint", Map.of("problem", phrases.say("feedback.problem." + standing)))));
        return problem;
    }

    private List<OptionObject> options(String name, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> Modals.option(phrases.say("feedback." + name + "." + value), value.name()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private InputBlock choice(String name, boolean optional, List<OptionObject> options) {
        return field(name, optional, staticSelect(s -> s.actionId(name).options(options)));
    }

    private InputBlock field(String name, boolean optional, BlockElement element) {
        return modals.field(name, PREFIX + "." + name + ".label", optional, element);
    }
}
