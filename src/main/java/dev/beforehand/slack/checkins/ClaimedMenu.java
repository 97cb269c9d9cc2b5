package dev.beforehand.slack.checkins;

import static com.slack.api.model.block.element.BlockElements.overflowMenu;

import com.slack.api.model.block.element.OverflowMenuElement;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.agreements.Subject;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The menu of a check-in that somebody has: what can be agreed about it, and who else may have it. */
@Component
public class ClaimedMenu {

    public static final String MENU = "check-in:menu";

    private static final String HAND_OVER = "HAND_OVER ";

    private final AgreementMenu agreements;
    private final Phrases phrases;

    ClaimedMenu(AgreementMenu agreements, Phrases phrases) {
        this.agreements = agreements;
        this.phrases = phrases;
    }

    OverflowMenuElement about(CheckInId id) {
        var handOver = Modals.option(phrases.say("lease.menu"), HAND_OVER + id);
        var options = Stream.concat(agreements.options(new Subject.OfCheckIn(id)).stream(), Stream.of(handOver))
                .toList();
        return overflowMenu(o -> o.actionId(MENU).options(options));
    }

    /** The check-in that is to be handed over; empty where an agreement was chosen. */
    public static Optional<CheckInId> toHandOver(String choice) {
        return choice.startsWith(HAND_OVER)
                ? Optional.of(new CheckInId(Long.parseLong(choice.substring(HAND_OVER.length()))))
                : Optional.empty();
    }
}
