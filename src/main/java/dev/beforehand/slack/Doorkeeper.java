package dev.beforehand.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns away who may not do what they ask for: whoever has another role is told who can do it, and whoever has none is
 * offered to connect, with what they meant kept until then.
 */
@Component
public class Doorkeeper {

    /** The button *Connect me*; its value is the click that was meant. */
    public static final String CONNECT = "people:connect";

    private final Roles roles;
    private final FinanceLeads leads;
    private final MeantClicks meantClicks;
    private final Whispers whispers;
    private final Phrases phrases;

    Doorkeeper(Roles roles, FinanceLeads leads, MeantClicks meantClicks, Whispers whispers, Phrases phrases) {
        this.roles = roles;
        this.leads = leads;
        this.meantClicks = meantClicks;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    boolean turnsAway(BlockActionPayload click, Role needed, Supplier<JsonObject> meant) {
        var refusal = refusal(click.getUser().getId(), needed, meant);
        refusal.ifPresent(message -> whispers.whisper(click, message));
        return refusal.isPresent();
    }

    boolean turnsAway(Gate.Asked asked, Supplier<JsonObject> meant) {
        var refusal = refusal(asked.user(), asked.needed(), meant);
        refusal.ifPresent(message -> whispers.whisper(asked.channel(), asked.threadTs(), asked.user(), message));
        return refusal.isPresent();
    }

    /** @param responseUrl where a shortcut can be answered; empty where it can be nowhere */
    boolean turnsAway(String user, @Nullable String responseUrl, Role needed, Supplier<JsonObject> meant) {
        var refusal = refusal(user, needed, meant);
        refusal.ifPresent(message -> whispers.answer(user, responseUrl, message));
        return refusal.isPresent();
    }

    /** Empty where they may. */
    Optional<SlackMessage> refusal(String user, Role needed, Supplier<JsonObject> meant) {
        var role = roles.of(user).orElse(null);
        if (role == null) {
            return Optional.of(offer(meantClicks.keep(user, meant.get())));
        }
        return role.includes(needed) ? Optional.empty() : Optional.of(SlackMessage.of(notYours(role, needed)));
    }

    /** For a form, which stays open with what was typed: in plain text, and without a button. Empty where they may. */
    Optional<String> refusalOfForm(String user, Role needed) {
        var role = roles.of(user).orElse(null);
        if (role == null) {
            return Optional.of(phrases.say("people.unknown.form"));
        }
        return role.includes(needed)
                ? Optional.empty()
                : Optional.of(phrases.say("people.refused.form." + needed, Map.of("role", name(role))));
    }

    private String notYours(Role role, Role needed) {
        var who = leads.ids();
        return who.isEmpty()
                ? phrases.say("people.no-leads")
                : phrases.say(
                        "people.refused." + needed, Map.of("role", name(role), "who", FinanceLeads.mentions(who)));
    }

    private String name(Role role) {
        return phrases.say("people.role." + role);
    }

    private SlackMessage offer(long meant) {
        var sentence = phrases.say("people.unknown");
        return new SlackMessage(
                sentence, List.of(section(s -> s.text(markdownText(sentence))), actions(List.of(connect(meant)))));
    }

    /**
     * The button *Connect me*.
     *
     * @param meant what is carried out once they have a role, as Slack delivers it
     */
    public ButtonElement connect(String user, JsonObject meant) {
        return connect(meantClicks.keep(user, meant));
    }

    private ButtonElement connect(long meant) {
        return button(b -> b.actionId(CONNECT)
                .text(plainText(phrases.say("people.connect")))
                .style("primary")
                .value(Long.toString(meant)));
    }
}
