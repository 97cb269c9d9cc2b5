package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.Hold;
import dev.beforehand.checkins.Holds;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The modal *Hold letters*, with what is on hold already; pure. */
@Component
class HoldView {

    static final String FORM = "hold-form";
    static final String RELEASE = "hold-release";
    static final String UNTIL = "until";
    static final String REASON = "reason";

    private static final int USUAL_DAYS = 7;
    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN_REASON = 200;

    private final AboutBlock head;
    private final Phrases phrases;
    private final Modals modals;

    HoldView(AboutBlock head, Phrases phrases, Modals modals) {
        this.head = head;
        this.phrases = phrases;
        this.modals = modals;
    }

    /**
     * A hold that stands, and who placed it.
     *
     * @param number of the invoice; empty where it holds all letters to the client
     */
    record Standing(Hold hold, @Nullable String number, String by) {}

    /** @param standing what is on hold of the same already */
    View render(About about, List<Standing> standing) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(head.of(about));
        standing.stream().limit(SHOWN).map(this::standing).forEach(blocks::add);
        if (standing.size() > SHOWN) {
            blocks.add(text(phrases.say("hold.standing.more", standing.size() - SHOWN, Map.of())));
        }
        blocks.add(text(scope(about, standing)));
        blocks.add(modals.field(
                UNTIL,
                "hold.until",
                false,
                datePicker(d -> d.actionId(UNTIL)
                        .initialDate(about.today().plusDays(USUAL_DAYS).toString()))));
        blocks.add(modals.field(
                REASON,
                "hold.reason",
                false,
                plainTextInput(i -> i.actionId(REASON).maxLength(Holds.LONGEST_REASON))));
        return modals.form("hold", FORM, about.subject().key(), blocks);
    }

    View placed(About about, LocalDate until) {
        return modals.notice(
                "hold",
                phrases.say(
                        "hold.placed",
                        Map.of(
                                "number",
                                        isOfInvoice(about)
                                                ? AboutBlock.number(
                                                        about.lines().getFirst())
                                                : false,
                                "client", Format.name(about.client().name()),
                                "until", Format.dayAndYear(until))));
    }

    View released(boolean stillStood) {
        return modals.notice("hold", phrases.say(stillStood ? "hold.released" : "hold.released.already"));
    }

    /** What a hold is about, and whether it replaces one. */
    private String scope(About about, List<Standing> standing) {
        var again = standing.stream().anyMatch(each -> isOfInvoice(about) == (each.number() != null));
        return phrases.say(isOfInvoice(about) ? "hold.about.invoice" : "hold.about.client", Map.of("again", again));
    }

    private static boolean isOfInvoice(About about) {
        return about.subject() instanceof Subject.OfInvoice;
    }

    private LayoutBlock standing(Standing standing) {
        var text = phrases.say(
                "hold.standing",
                Map.of(
                        "number", standing.number() == null ? false : Format.name(standing.number()),
                        "until", Format.dayAndYear(standing.hold().untilOn()),
                        "reason", Format.cut(standing.hold().reason(), LONGEST_SHOWN_REASON),
                        "who", Format.name(standing.by())));
        var release = button(b -> b.actionId(RELEASE)
                .text(plainText(phrases.say("hold.release")))
                .value(standing.hold().knownId().toString()));
        return section(s -> s.text(markdownText(text)).accessory(release));
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
