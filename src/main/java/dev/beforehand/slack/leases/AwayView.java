package dev.beforehand.slack.leases;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.usersSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The modal *Away until*; pure. */
@Component
class AwayView {

    static final String FORM = "away-form";
    static final String BACK = "away:back";
    static final String BACK_ON = "back-on";
    static final String BACKUP = "backup";

    private static final int USUAL_DAYS = 7;

    private final Modals modals;
    private final Phrases phrases;

    AwayView(Modals modals, Phrases phrases) {
        this.modals = modals;
        this.phrases = phrases;
    }

    /** An absence that has begun. */
    record Standing(
            LocalDate backOn, String backup, @Nullable String backupsSlackUser) {}

    /** @param held how many check-ins whoever leaves has now */
    View render(LocalDate today, int held, @Nullable Standing standing) {
        var blocks = new ArrayList<LayoutBlock>();
        if (standing != null) {
            blocks.add(standing(standing, today));
        }
        blocks.add(text(held == 0 ? phrases.say("away.about") : phrases.say("away.about", held, Map.of())));
        var backOn = standing == null ? today.plusDays(USUAL_DAYS) : standing.backOn();
        blocks.add(modals.field(
                BACK_ON,
                "away.back-on",
                false,
                datePicker(d -> d.actionId(BACK_ON).initialDate(backOn.toString()))));
        var backup = standing == null ? null : standing.backupsSlackUser();
        blocks.add(modals.field(
                BACKUP,
                "away.backup",
                false,
                usersSelect(u -> u.actionId(BACKUP).initialUser(backup))));
        return modals.form("away", FORM, "", blocks);
    }

    View notice(String sentence) {
        return modals.notice("away", sentence);
    }

    private LayoutBlock standing(Standing standing, LocalDate today) {
        var text = phrases.say(
                "away.standing",
                Map.of("backOn", Format.day(standing.backOn(), today), "backup", Format.name(standing.backup())));
        var back = button(b -> b.actionId(BACK)
                .text(plainText(phrases.say("away.button.back")))
                .value("back"));
        return section(s -> s.text(markdownText(text)).accessory(back));
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
