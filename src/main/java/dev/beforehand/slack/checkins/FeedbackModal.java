package dev.beforehand.slack.checkins;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.numberInput;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The form in which a colleague writes down what a client said; pure. */
@Component
class FeedbackModal {

    private final Phrases phrases;

    FeedbackModal(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param open what is owed; where that is nothing, nobody is asked for a promise */
    View render(CheckInId checkIn, String client, Totals open, FeedbackAsk ask) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(about(client, open));
        blocks.add(words());
        blocks.add(mood());
        if (!open.isEmpty()) {
            blocks.addAll(promise(open, ask));
        }
        blocks.add(problem(ask));
        return view(v -> v.type("modal")
                .callbackId(ask.callbackId())
                .privateMetadata(checkIn.toString())
                .title(viewTitle(t -> t.type("plain_text").text(phrases.say("feedback.title"))))
                .submit(viewSubmit(s -> s.type("plain_text").text(phrases.say("feedback.submit"))))
                .close(viewClose(c -> c.type("plain_text").text(phrases.say("feedback.close"))))
                .blocks(blocks));
    }

    private LayoutBlock about(String client, Totals open) {
        var balance = open.isEmpty() ? (Object) false : Format.totals(open);
        var text = phrases.say("card.head", Map.of("client", Format.name(client), "balance", balance));
        return section(s -> s.text(markdownText(text)));
    }

    private InputBlock words() {
        return field(
                FeedbackForm.WORDS,
                false,
                plainTextInput(i -> i.actionId(FeedbackForm.WORDS)
                        .multiline(true)
                        .maxLength(FeedbackForm.LONGEST_WORDS)
                        .placeholder(plainText(phrases.say("feedback.words.placeholder")))));
    }

    private InputBlock mood() {
        var options = Arrays.stream(Mood.values())
                .map(mood -> option("feedback.mood." + mood, mood.name()))
                .toList();
        return field(
                FeedbackForm.MOOD,
                false,
                staticSelect(s -> s.actionId(FeedbackForm.MOOD).options(options)));
    }

    private List<InputBlock> promise(Totals open, FeedbackAsk ask) {
        var inputs = new ArrayList<InputBlock>();
        inputs.add(field(FeedbackForm.DAY, ask != FeedbackAsk.PROMISE, datePicker(d -> d.actionId(FeedbackForm.DAY))));
        var amounts = open.amounts();
        if (amounts.size() > 1) {
            inputs.add(currency(amounts));
        }
        var amount = field(
                FeedbackForm.AMOUNT,
                true,
                numberInput(n -> n.actionId(FeedbackForm.AMOUNT)
                        .decimalAllowed(true)
                        .initialValue(
                                amounts.size() == 1
                                        ? amounts.getFirst().getAmount().toPlainString()
                                        : null)));
        amount.setHint(plainText(phrases.say("feedback.amount.hint", Map.of("owed", Format.totals(open)))));
        inputs.add(amount);
        return inputs;
    }

    private InputBlock currency(List<Money> amounts) {
        var options = amounts.stream()
                .map(amount -> amount.getCurrencyUnit().getCode())
                .map(code ->
                        OptionObject.builder().text(plainText(code)).value(code).build())
                .toList();
        return field(
                FeedbackForm.CURRENCY,
                false,
                staticSelect(
                        s -> s.actionId(FeedbackForm.CURRENCY).options(options).initialOption(options.getFirst())));
    }

    private InputBlock problem(FeedbackAsk ask) {
        var options = Arrays.stream(Problem.values())
                .map(problem -> option("feedback.problem." + problem, problem.name()))
                .toList();
        return field(
                FeedbackForm.PROBLEM,
                ask != FeedbackAsk.PROBLEM,
                staticSelect(s -> s.actionId(FeedbackForm.PROBLEM).options(options)));
    }

    private OptionObject option(String key, String value) {
        return OptionObject.builder()
                .text(plainText(phrases.say(key)))
                .value(value)
                .build();
    }

    private InputBlock field(String name, boolean optional, BlockElement element) {
        return input(i -> i.blockId(name)
                .label(plainText(phrases.say("feedback." + name + ".label")))
                .optional(optional)
                .element(element));
    }
}
