package dev.beforehand.slack.people;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.clients.AccessRequest;
import dev.beforehand.clients.AccessRequests;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.DirectMessages;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.MeantClick;
import dev.beforehand.slack.MeantClicks;
import dev.beforehand.slack.Resumption;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPeople;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.SlackUser;
import dev.beforehand.slack.Whispers;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The buttons *Account manager*, *Viewer* and *No* under the question about somebody's role. */
@Component
class DecideAccessHandler implements SlackSurface {

    private final AccessRequests requests;
    private final AccessCards cards;
    private final SlackPeople people;
    private final CurrentColleague current;
    private final MeantClicks meantClicks;
    private final Resumption resumption;
    private final DirectMessages messages;
    private final Afterwards afterwards;
    private final Whispers whispers;
    private final Phrases phrases;

    DecideAccessHandler(
            AccessRequests requests,
            AccessCards cards,
            SlackPeople people,
            CurrentColleague current,
            MeantClicks meantClicks,
            Resumption resumption,
            DirectMessages messages,
            Afterwards afterwards,
            Whispers whispers,
            Phrases phrases) {
        this.requests = requests;
        this.cards = cards;
        this.people = people;
        this.current = current;
        this.meantClicks = meantClicks;
        this.resumption = resumption;
        this.messages = messages;
        this.afterwards = afterwards;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(Choice.ACTIONS, Role.FINANCE_LEAD, this::decide);
    }

    private Response decide(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var action = click.getActions().getFirst();
        var about = requests.find(new AccessRequest.Id(Long.parseLong(action.getValue())))
                .orElseThrow();
        decide(click, about, Choice.ofAction(action.getActionId()));
        cards.show(about.id());
        return context.ack();
    }

    private void decide(BlockActionPayload click, AccessRequest about, Choice choice) {
        var gone = people.afresh(about.slackUserId())
                .filter(SlackUser::deactivated)
                .isPresent();
        var by = current.of(click.getUser().getId());
        if (!requests.decide(about, gone ? null : choice.role(), by.id())) {
            var now = requests.find(about.id()).orElseThrow();
            whispers.whisper(click, phrases.say("people.decided-already", Map.of("who", cards.decider(now))));
        } else if (gone) {
            whispers.whisper(click, phrases.say("people.deactivated", Map.of("name", Format.name(about.name()))));
        } else {
            afterwards.run("Telling somebody of their role", () -> tell(about, choice, by.name()));
        }
    }

    private void tell(AccessRequest about, Choice choice, String by) {
        var meant = choice == Choice.NO ? Optional.<MeantClick>empty() : meant(about);
        var values = Map.of("who", Format.name(by), "again", meant.isEmpty());
        messages.send(about.slackUserId(), () -> SlackMessage.of(phrases.say("people.told." + choice, values)));
        meant.ifPresent(click -> resumption.of(click, null));
    }

    private Optional<MeantClick> meant(AccessRequest about) {
        var now = requests.find(about.id()).orElseThrow();
        return now.meantClick() == null ? Optional.empty() : meantClicks.take(now.meantClick(), about.slackUserId());
    }
}
