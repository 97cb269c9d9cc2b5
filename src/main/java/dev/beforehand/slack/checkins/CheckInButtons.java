package dev.beforehand.slack.checkins;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.letters.Phrases;
import org.springframework.stereotype.Component;

/** The buttons of a check-in's card. Their value names the check-in and nothing else; who clicks and whether it is still so is looked at then. */
@Component
public class CheckInButtons {

    public static final String CLAIM = "check-in:claim";
    public static final String FEEDBACK = "check-in:feedback";
    public static final String DONE = "check-in:done";
    public static final String SEND_REMINDER = "check-in:send-reminder";

    private final Phrases phrases;

    public CheckInButtons(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The check-in that a clicked button names. */
    public static CheckInId checkIn(BlockActionPayload click) {
        return new CheckInId(Long.parseLong(click.getActions().getFirst().getValue()));
    }

    public ButtonElement claim(CheckInId id) {
        var claim = of(id, CLAIM, "card.button.claim");
        claim.setStyle("primary");
        return claim;
    }

    public ButtonElement feedback(CheckInId id) {
        return of(id, FEEDBACK, "card.button.feedback");
    }

    ButtonElement sendReminder(CheckInId id) {
        return of(id, SEND_REMINDER, "card.button.send-reminder");
    }

    ButtonElement done(CheckInId id) {
        return of(id, DONE, "card.button.done");
    }

    private ButtonElement of(CheckInId id, String action, String key) {
        return button(b -> b.actionId(action).text(plainText(phrases.say(key))).value(id.toString()));
    }
}
