package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.overflowMenu;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.clients.ClientMenu;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The buttons that open the form of an agreement. What they name is looked up when they are clicked. */
@Component
public class AgreementMenu {

    /** Opens the form of a plan. The cards of earlier versions have this name. */
    public static final String PLAN = "check-in:plan";

    static final String MENU = "agreement:menu";

    private static final String BUTTON = "agreement:button:";

    static final Pattern BUTTONS = Pattern.compile(BUTTON + "[A-Z]+");

    private static final String CLIENT = "CLIENT";

    private static final String BETWEEN = " ";

    private final ClientMenu client;
    private final Phrases phrases;

    public AgreementMenu(ClientMenu client, Phrases phrases) {
        this.client = client;
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

    /** Whose client's card somebody chose to see; empty where they chose an agreement. */
    static Optional<Subject> cardOf(String value) {
        var parts = value.split(BETWEEN, 2);
        return parts[0].equals(CLIENT) ? Optional.of(Subject.of(parts[1])) : Optional.empty();
    }

    /** All that can be agreed about it, and its client's card. */
    public OverflowMenuElement about(Subject subject) {
        return overflowMenu(o -> o.actionId(MENU).options(options(subject)));
    }

    /** The same, for a menu that offers more. */
    public List<OptionObject> options(Subject subject) {
        var agreements = Arrays.stream(Agreement.values())
                .map(agreement -> Modals.option(label(agreement), new Wish(agreement, subject).value()));
        var card = Modals.option(client.label(), CLIENT + BETWEEN + subject.key());
        return Stream.concat(agreements, Stream.of(card)).toList();
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
