package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.overflowMenu;

import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Modals;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The buttons that open the form of an agreement. What they name is looked up when they are clicked. */
@Component
public class AgreementMenu {

    /** Opens the form of a plan. The cards of earlier versions have this name. */
    public static final String PLAN = "check-in:plan";

    static final String MENU = "agreement:menu";

    private static final String BUTTON = "agreement:button:";

    static final Pattern BUTTONS = Pattern.compile(BUTTON + "[A-Z]+");

    private static final String BETWEEN = " ";

    private final Phrases phrases;

    public AgreementMenu(Phrases phrases) {
        this.phrases = phrases;
    }

    /** What somebody wants to agree, and about what. */
    record Wish(Agreement agreement, Subject subject) {

        static Wish of(String value) {
            var parts = value.split(BETWEEN, 2);
            return new Wish(Agreement.valueOf(parts[0]), Subject.of(parts[1]));
        }

        String value() {
            return agreement + BETWEEN + subject.key();
        }
    }

    /** All that can be agreed about it. */
    public OverflowMenuElement about(Subject subject) {
        var options = Arrays.stream(Agreement.values())
                .map(agreement -> Modals.option(label(agreement), new Wish(agreement, subject).value()))
                .toList();
        return overflowMenu(o -> o.actionId(MENU).options(options));
    }

    /** One of it. */
    public ButtonElement button(Agreement agreement, Subject subject) {
        return button(BUTTON + agreement, label(agreement), new Wish(agreement, subject).value());
    }

    /** A plan over what is open of it. */
    public ButtonElement plan(Subject subject, String label) {
        return button(PLAN, label, subject.key());
    }

    private static ButtonElement button(String action, String label, String value) {
        return BlockElements.button(
                b -> b.actionId(action).text(plainText(label)).value(value));
    }

    private String label(Agreement agreement) {
        return phrases.say("agreement." + agreement);
    }
}
