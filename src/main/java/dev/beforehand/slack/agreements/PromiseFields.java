package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.numberInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.InputBlock;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The fields of a promise in a form: the day, the currency where there are several, the amount; pure. */
@Component
public class PromiseFields {

    static final String DAY = "day";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";

    private final Modals modals;
    private final Phrases phrases;

    public PromiseFields(Modals modals, Phrases phrases) {
        this.modals = modals;
        this.phrases = phrases;
    }

    /** @param open what is owed, an amount a currency */
    public List<InputBlock> render(List<Money> open, boolean needed) {
        var inputs = new ArrayList<InputBlock>();
        inputs.add(modals.field(DAY, "promise.day.label", !needed, datePicker(d -> d.actionId(DAY))));
        if (open.size() > 1) {
            inputs.add(currency(open));
        }
        inputs.add(amount(open, needed));
        return inputs;
    }

    private InputBlock currency(List<Money> open) {
        var options = open.stream()
                .map(amount -> amount.getCurrencyUnit().getCode())
                .map(code -> Modals.option(code, code))
                .toList();
        return modals.field(
                CURRENCY,
                "promise.currency.label",
                false,
                staticSelect(s -> s.actionId(CURRENCY).options(options).initialOption(options.getFirst())));
    }

    /** Filled in with the balance, where there is just one. */
    private InputBlock amount(List<Money> open, boolean needed) {
        var balance = open.size() == 1 ? open.getFirst().getAmount().toPlainString() : null;
        var amount = modals.field(
                AMOUNT,
                "promise.amount.label",
                true,
                numberInput(n -> n.actionId(AMOUNT).decimalAllowed(true).initialValue(balance)));
        var hint = Map.of("owed", Format.totals(Totals.of(open)), "optional", !needed);
        amount.setHint(plainText(phrases.say("promise.amount.hint", hint)));
        return amount;
    }
}
