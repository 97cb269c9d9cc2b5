package dev.beforehand.slack.leases;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.usersSelect;

import com.slack.api.model.view.View;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Modals;
import java.util.List;
import org.springframework.stereotype.Component;

/** The modal *Hand over*, in which a check-in can be given back as well; pure. */
@Component
class HandOverView {

    static final String FORM = "lease-hand-over";
    static final String GIVE_BACK = "lease:give-back-now";
    static final String TO = "to";

    private final Modals modals;
    private final Phrases phrases;

    HandOverView(Modals modals, Phrases phrases) {
        this.modals = modals;
        this.phrases = phrases;
    }

    /**
     * What the form is about, and who had it when it was opened.
     */
    record Held(CheckInId checkIn, ColleagueId holder) {

        private static final String BETWEEN = " ";

        static Held of(String key) {
            var parts = key.split(BETWEEN, 2);
            return new Held(new CheckInId(Long.parseLong(parts[0])), new ColleagueId(Long.parseLong(parts[1])));
        }

        String key() {
            return checkIn + BETWEEN + holder;
        }
    }

    /** @param title of the check-in */
    View render(Held held, String title) {
        var giveBack = button(b -> b.actionId(GIVE_BACK)
                .text(plainText(phrases.say("lease.button.give-back")))
                .value(held.key()));
        return modals.form(
                "handover",
                FORM,
                held.key(),
                List.of(
                        section(s -> s.text(markdownText(title))),
                        modals.field(TO, "handover.to", false, usersSelect(u -> u.actionId(TO))),
                        section(s -> s.text(markdownText(phrases.say("handover.or-give-back")))
                                .accessory(giveBack))));
    }

    View notice(String sentence) {
        return modals.notice("handover", sentence);
    }
}
