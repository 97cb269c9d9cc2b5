package dev.beforehand.slack.plans;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.PlanPolicy;
import dev.beforehand.plans.PlanTerms.Interval;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The form that proposes a plan, with the schedule that it comes to; each change of an input is sent at once. Pure. */
@Component
class ProposePlanModal {

    static final String FORM = "plan:form";

    private static final int FEWEST_INSTALMENTS = 2;

    private final Modals modals;
    private final Phrases phrases;

    ProposePlanModal(Modals modals, Phrases phrases) {
        this.modals = modals;
        this.phrases = phrases;
    }

    View render(PlanPreview preview) {
        return modals.form("plan.form", FORM, preview.metadata(), blocks(preview));
    }

    /** The schedule is not the one that was just submitted; so it is shown before it counts. */
    View renderAgain(PlanPreview preview) {
        var blocks = blocks(preview);
        blocks.add(text(phrases.say("plan.form.look-again")));
        return modals.form("plan.form", FORM, preview.metadata(), blocks);
    }

    private List<LayoutBlock> blocks(PlanPreview preview) {
        var draft = preview.draft();
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(phrases.say(
                "plan.form.about",
                Map.of("client", Format.name(preview.client()), "total", Format.money(preview.total())))));
        if (preview.currencies().size() > 1) {
            var currencies = preview.currencies().stream()
                    .map(CurrencyUnit::getCode)
                    .map(code -> Modals.option(code, code))
                    .toList();
            blocks.add(choice(
                    PlanDraft.CURRENCY,
                    "plan.form.currency",
                    currencies,
                    draft.currency().getCode()));
        }
        blocks.add(choice(
                PlanDraft.INSTALMENTS, "plan.form.instalments", counts(), Integer.toString(draft.instalments())));
        blocks.add(field(
                PlanDraft.FIRST_ON,
                "plan.form.first",
                datePicker(d -> d.actionId(PlanDraft.FIRST_ON)
                        .initialDate(
                                draft.firstOn() == null ? null : draft.firstOn().toString()))));
        blocks.add(choice(
                PlanDraft.INTERVAL,
                "plan.form.interval",
                intervals(),
                draft.interval().name()));
        blocks.addAll(schedule(preview));
        return blocks;
    }

    private List<LayoutBlock> schedule(PlanPreview preview) {
        if (preview.schedule().isEmpty()) {
            return List.of(text(phrases.say(
                    "plan.form.cannot-stand",
                    Map.of("why", String.join("\n", preview.errors().values())))));
        }
        var shown = new ArrayList<LayoutBlock>();
        shown.add(text(ScheduleText.of(preview.schedule(), preview.draft().currency())));
        if (preview.schedule().stream().anyMatch(part -> !part.payableOn().equals(part.nominalOn()))) {
            shown.add(context(List.of(markdownText(phrases.say("plan.form.moved-days")))));
        }
        if (preview.twoApproveAbove() instanceof Money above) {
            shown.add(context(
                    List.of(markdownText(phrases.say("plan.form.two-approve", Map.of("above", Format.money(above)))))));
        }
        return shown;
    }

    private static List<OptionObject> counts() {
        return IntStream.rangeClosed(FEWEST_INSTALMENTS, PlanPolicy.MOST_INSTALMENTS)
                .mapToObj(Integer::toString)
                .map(count -> Modals.option(count, count))
                .toList();
    }

    private List<OptionObject> intervals() {
        return Arrays.stream(Interval.values())
                .map(interval -> Modals.option(phrases.say("plan.form.interval." + interval), interval.name()))
                .toList();
    }

    private InputBlock choice(String id, String key, List<OptionObject> options, String chosen) {
        var initial = options.stream()
                .filter(option -> option.getValue().equals(chosen))
                .findFirst()
                .orElse(null);
        return field(id, key, staticSelect(s -> s.actionId(id).options(options).initialOption(initial)));
    }

    private InputBlock field(String id, String key, BlockElement element) {
        var field = modals.field(id, key + ".label", false, element);
        field.setDispatchAction(true);
        return field;
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
