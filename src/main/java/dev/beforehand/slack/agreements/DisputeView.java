package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.block.element.BlockElements.usersSelect;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.Dispute;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The modal *Dispute*, in which one is opened, changed or settled; pure. */
@Component
class DisputeView {

    static final String FORM = "dispute-form";
    static final String REASON = "reason";
    static final String OWNER = "owner";
    static final String WORDS = "words";
    static final String RESOLUTION = "resolution";

    private final AboutBlock head;
    private final Modals modals;
    private final Phrases phrases;

    DisputeView(AboutBlock head, Modals modals, Phrases phrases) {
        this.head = head;
        this.modals = modals;
        this.phrases = phrases;
    }

    /**
     * A dispute that stands, and who sees to it.
     *
     * @param alone whether there is more open than it is about
     */
    record Standing(Dispute dispute, String owner, boolean alone) {}

    /** @param owner the Slack user id of who is to see to it */
    View render(About about, @Nullable Standing standing, String owner) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(head.of(about));
        if (standing != null) {
            blocks.add(standing(standing));
            blocks.add(resolution(!about.open().isEmpty()));
        }
        if (!about.open().isEmpty()) {
            blocks.addAll(problem(standing, owner));
        }
        return modals.form("dispute", FORM, about.metadata(), blocks);
    }

    private List<InputBlock> problem(@Nullable Standing standing, String owner) {
        return List.of(
                reason(standing == null ? null : standing.dispute().reason()),
                modals.field(
                        OWNER,
                        "dispute.owner",
                        false,
                        usersSelect(u -> u.actionId(OWNER).initialUser(owner))),
                words(standing == null ? null : standing.dispute().words()));
    }

    /** @param key of the sentence */
    View noted(String key, About about) {
        var client = Format.name(about.client().name());
        return modals.notice("dispute", phrases.say(key, Map.of("client", client)));
    }

    private LayoutBlock standing(Standing standing) {
        var text = phrases.say(
                "dispute.standing",
                Map.of(
                        "problem", problem(standing.dispute().reason()),
                        "owner", Format.name(standing.owner()),
                        "when", Format.moment(standing.dispute().openedAt()),
                        "alone", standing.alone()));
        return section(s -> s.text(markdownText(text)));
    }

    private InputBlock resolution(boolean optional) {
        var options = Arrays.stream(Resolution.values())
                .map(how -> Modals.option(phrases.say("dispute.resolution." + how), how.name()))
                .toList();
        var field = modals.field(
                RESOLUTION,
                "dispute.resolution",
                optional,
                staticSelect(s -> s.actionId(RESOLUTION).options(options)));
        if (optional) {
            field.setHint(plainText(phrases.say("dispute.resolution.hint")));
        }
        return field;
    }

    private InputBlock reason(@Nullable Problem chosen) {
        List<OptionObject> options = Arrays.stream(Problem.values())
                .map(reason -> Modals.option(problem(reason), reason.name()))
                .toList();
        var initial = chosen == null ? null : options.get(chosen.ordinal());
        return modals.field(
                REASON,
                "dispute.reason",
                false,
                staticSelect(s -> s.actionId(REASON).options(options).initialOption(initial)));
    }

    private InputBlock words(@Nullable String said) {
        return modals.field(
                WORDS,
                "dispute.words",
                false,
                plainTextInput(i ->
                        i.actionId(WORDS).multiline(true).initialValue(said).maxLength(Disputes.LONGEST_WORDS)));
    }

    private String problem(Problem reason) {
        return phrases.say("feedback.problem." + reason);
    }
}
