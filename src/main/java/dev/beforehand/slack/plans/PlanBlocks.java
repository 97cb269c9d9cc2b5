package dev.beforehand.slack.plans;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders the card of a payment plan; pure. */
@Component
class PlanBlocks {

    static final String APPROVE = "plan:approve";
    static final String DECLINE = "plan:decline";

    private static final int NAMED_INVOICES = 10;
    private static final int LONGEST_NUMBER = 30;

    private final Phrases phrases;

    PlanBlocks(Phrases phrases) {
        this.phrases = phrases;
    }

    SlackMessage message(PlanCard card) {
        return new SlackMessage(phrases.say("plan.headline", about(card)), render(card));
    }

    List<LayoutBlock> render(PlanCard card) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(phrases.say("plan.head", about(card)) + "\n" + invoices(card)));
        blocks.add(text(ScheduleText.of(card.instalments(), card.total().getCurrencyUnit())));
        if (card.state() == State.PROPOSED && !card.fits()) {
            blocks.add(text(phrases.say("plan.out-of-date")));
        }
        if (card.objection() != null) {
            blocks.add(text(phrases.say("plan.beyond-policy", Map.of("why", card.objection()))));
        }
        blocks.add(context(List.of(markdownText(state(card)))));
        if (card.state() == State.PROPOSED) {
            blocks.add(actions(List.of(
                    decision(card, APPROVE, "plan.approve", "primary"),
                    decision(card, DECLINE, "plan.decline", "danger"))));
        }
        return blocks;
    }

    private static Map<String, Object> about(PlanCard card) {
        return Map.of(
                "client", Format.name(card.client()),
                "total", Format.money(card.total()),
                "instalments", card.instalments().size());
    }

    private String invoices(PlanCard card) {
        var named = card.invoices().stream()
                .limit(NAMED_INVOICES)
                .map(number -> Format.cut(Format.name(number), LONGEST_NUMBER))
                .collect(Collectors.joining(", "));
        var rest = card.invoices().size() - NAMED_INVOICES;
        return rest > 0
                ? phrases.say("plan.invoices.more", rest, Map.of("named", named))
                : phrases.say("plan.invoices", Map.of("named", named));
    }

    private String state(PlanCard card) {
        var proposed = phrases.say("plan.proposed", by(card.proposedBy(), card.proposedAt())) + signed(card);
        if (card.state() != State.PROPOSED) {
            return proposed + "\n" + phrases.say("plan.state." + card.state(), by(card.decidedBy(), card.decidedAt()));
        }
        return proposed + "\n"
                + (card.deciders().isEmpty()
                        ? phrases.say("plan.nobody-decides")
                        : phrases.say("plan.state.PROPOSED", Map.of("who", FinanceLeads.mentions(card.deciders()))));
    }

    private String signed(PlanCard card) {
        if (card.signedBy() != null) {
            return "\n" + phrases.say("plan.signed", by(card.signedBy(), card.signedAt()));
        }
        return card.needsTwo() && card.state() == State.PROPOSED ? "\n" + phrases.say("plan.needs-two") : "";
    }

    private ButtonElement decision(PlanCard card, String action, String key, String style) {
        return button(b -> b.actionId(action)
                .text(plainText(phrases.say(key)))
                .style(style)
                .value(card.id().toString())
                .confirm(confirmationDialog(c -> c.title(plainText(phrases.say(key + ".confirm.title")))
                        .text(markdownText(phrases.say(key + ".confirm.text", about(card))))
                        .confirm(plainText(phrases.say(key)))
                        .deny(plainText(phrases.say("plan.confirm.back"))))));
    }

    private static Map<String, Object> by(@Nullable String who, @Nullable Instant when) {
        return Map.of("who", who == null ? "" : Format.name(who), "when", when == null ? "" : Format.moment(when));
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
