package dev.beforehand.slack.reminders;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.reminders.Reason;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders the card of a letter, within Slack's limits; pure. */
@Component
class ReminderBlocks {

    static final String ARRIVED = "letter:arrived";
    static final String AGAIN = "letter:again";
    static final String LEAVE = "letter:leave";

    private static final int NAMED_INVOICES = 10;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ADDRESS = 100;

    private final Phrases phrases;

    ReminderBlocks(Phrases phrases) {
        this.phrases = phrases;
    }

    SlackMessage message(ReminderCard card) {
        return new SlackMessage(
                phrases.say("reminder.headline." + card.reminder().state(), facts(card)), render(card));
    }

    List<LayoutBlock> render(ReminderCard card) {
        var blocks = new ArrayList<LayoutBlock>();
        var facts = facts(card);
        blocks.add(text(phrases.say("reminder.head", facts) + "\n"
                + phrases.say("reminder.state." + state(card.reminder()), facts)));
        blocks.add(text(invoices(card.reminder())));
        blocks.add(context(List.of(markdownText(phrases.say("reminder.people", facts)))));
        var buttons = buttons(card.reminder());
        if (!buttons.isEmpty()) {
            blocks.add(actions(buttons));
        }
        return blocks;
    }

    /** Why no letter may leave, as part of a sentence. */
    String reason(Reason reason) {
        return phrases.say("reminder.reason." + reason);
    }

    private Map<String, Object> facts(ReminderCard card) {
        var reminder = card.reminder();
        var facts = new HashMap<String, Object>();
        facts.put("client", Format.name(card.client()));
        facts.put("balance", reminder.totals().isEmpty() ? false : Format.totals(reminder.totals()));
        facts.put("day", Format.day(reminder.day()));
        facts.put("when", Format.moment(reminder.changedAt()));
        facts.put("reason", reason(reminder));
        facts.put("manager", nameOrFalse(card.manager()));
        facts.put("requestedBy", nameOrFalse(card.requestedBy()));
        facts.put("decidedBy", nameOrFalse(card.decidedBy()));
        facts.put("again", reminder.inDoubt() ? nameOrFalse(card.decidedBy()) : false);
        facts.put("recipient", orFalse(reminder.recipient(), LONGEST_ADDRESS));
        facts.put("messageId", reminder.messageId());
        return facts;
    }

    private Object reason(Reminder reminder) {
        var keptBackFor = reminder.keptBackFor();
        if (keptBackFor != null) {
            return reason(keptBackFor);
        }
        var reason = reminder.reason();
        return orFalse(reason == null ? null : phrases.say(Sentence.read(reason)), LONGEST_REASON);
    }

    private static String state(Reminder reminder) {
        var cancelledFor = reminder.cancelledFor();
        if (cancelledFor != null && reminder.isLeft()) {
            return cancelledFor.name();
        }
        var keptBack = reminder.state() == State.UNKNOWN && reminder.keptBackFor() != null;
        return keptBack ? "KEPT_BACK" : reminder.state().name();
    }

    private String invoices(Reminder reminder) {
        var shown = reminder.invoices().stream()
                .limit(NAMED_INVOICES)
                .map(this::invoice)
                .collect(Collectors.joining("\n"));
        var more = reminder.invoices().size() - NAMED_INVOICES;
        return more > 0 ? shown + "\n" + phrases.say("reminder.more", more, Map.of()) : shown;
    }

    private String invoice(Named named) {
        return phrases.say(
                "reminder.invoice",
                Map.of(
                        "number", Format.name(named.number()),
                        "balance", Format.money(named.balance()),
                        "due", Format.day(named.dueOn()),
                        "leftOut", named.leftOut() == null ? false : reason(named.leftOut())));
    }

    private List<BlockElement> buttons(Reminder reminder) {
        return switch (reminder.state()) {
            case FAILED ->
                List.of(
                        again(reminder, "reminder.button.try-again", null),
                        plain(reminder, LEAVE, "reminder.button.leave"));
            case UNKNOWN ->
                List.of(
                        plain(reminder, ARRIVED, "reminder.button.arrived"),
                        again(reminder, "reminder.button.send-again", twice()),
                        plain(reminder, LEAVE, "reminder.button.not-arrived"));
            default -> List.of();
        };
    }

    private ButtonElement plain(Reminder reminder, String action, String key) {
        return button(b -> b.actionId(action)
                .text(plainText(phrases.say(key)))
                .value(reminder.id().toString()));
    }

    private ButtonElement again(Reminder reminder, String key, @Nullable ConfirmationDialogObject confirm) {
        return button(b -> b.actionId(AGAIN)
                .text(plainText(phrases.say(key)))
                .value(reminder.id().toString())
                .confirm(confirm));
    }

    private ConfirmationDialogObject twice() {
        return confirmationDialog(c -> c.title(plainText(phrases.say("reminder.twice.title")))
                .text(plainText(phrases.say("reminder.twice.text")))
                .confirm(plainText(phrases.say("reminder.button.send-again")))
                .deny(plainText(phrases.say("reminder.twice.back"))));
    }

    private static Object nameOrFalse(@Nullable String name) {
        return name == null ? false : Format.name(name);
    }

    private static Object orFalse(@Nullable String text, int longest) {
        return text == null ? false : Format.cut(text.strip(), longest);
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
