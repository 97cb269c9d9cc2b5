package dev.beforehand.slack.digest;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.LetterDecisions;
import dev.beforehand.reminders.Preview;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.reminders.SendNow.Held;
import dev.beforehand.reminders.Settled;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.LetterRefusals;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.clients.ClientCards;
import dev.beforehand.slack.digest.LetterList.Chosen;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The morning's veto: *Hold*, *Edit* and *Send now* of one of today's letters, and *Hold all*. */
@Component
class LetterVeto implements SlackSurface {

    private final Reminders reminders;
    private final LetterDecisions decisions;
    private final EditLetterView editing;
    private final ClientCards cards;
    private final CurrentColleague current;
    private final DigestPages pages;
    private final DigestRefresh digest;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Afterwards afterwards;
    private final LetterRefusals refusals;
    private final Phrases phrases;

    LetterVeto(
            Reminders reminders,
            LetterDecisions decisions,
            EditLetterView editing,
            ClientCards cards,
            CurrentColleague current,
            DigestPages pages,
            DigestRefresh digest,
            SlackGateway gateway,
            Whispers whispers,
            Afterwards afterwards,
            LetterRefusals refusals,
            Phrases phrases) {
        this.reminders = reminders;
        this.decisions = decisions;
        this.editing = editing;
        this.cards = cards;
        this.current = current;
        this.pages = pages;
        this.digest = digest;
        this.gateway = gateway;
        this.whispers = whispers;
        this.afterwards = afterwards;
        this.refusals = refusals;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(LetterList.MENU, Role.ACCOUNT_MANAGER, this::chosen);
        gate.blockAction(LetterList.HOLD_ALL, Role.ACCOUNT_MANAGER, this::holdAll);
    }

    private Response chosen(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var chosen = Chosen.of(click.getActions().getFirst().getSelectedOption().getValue());
        switch (chosen.choice()) {
            case HOLD -> settled(click, decisions.hold(chosen.letter(), by(click)));
            case SEND -> settled(click, decisions.sendNow(chosen.letter(), by(click)));
            case EDIT -> edit(click, chosen);
            case CLIENT -> showClient(click, chosen);
        }
        return context.ack();
    }

    private void showClient(BlockActionPayload click, Chosen chosen) {
        reminders
                .find(chosen.letter())
                .ifPresentOrElse(
                        letter -> cards.open(letter.client(), click),
                        () -> refuse(click, phrases.say("reminder.refused.gone")));
    }

    /** Holding thousands takes longer than Slack waits. */
    private Response holdAll(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        afterwards.run("Holding all letters", () -> holdAll(click));
        return context.ack();
    }

    private void holdAll(BlockActionPayload click) {
        var day = LocalDate.parse(click.getActions().getFirst().getValue());
        try {
            var held = decisions.holdAll(day, by(click));
            if (held.letters() == 0) {
                refuse(click, phrases.say("digest.letters.held.none"));
            } else {
                whispers.whisper(click, said(held));
                pages.refreshLetters(click);
            }
        } catch (RuntimeException e) {
            refuse(click, phrases.say("digest.letters.held.failed"));
            throw e;
        }
    }

    private String said(LetterDecisions.AllHeld held) {
        var all = phrases.say("digest.letters.held", held.letters(), Map.of());
        return held.byName() == 0
                ? all
                : all + " " + phrases.say("digest.letters.held.by-name", held.byName(), Map.of());
    }

    private void edit(BlockActionPayload click, Chosen chosen) {
        var letter = reminders.find(chosen.letter()).orElse(null);
        if (letter == null) {
            refuse(click, phrases.say("reminder.refused.gone"));
            return;
        }
        switch (decisions.preview(letter.id()).orElse(null)) {
            case Preview.Ready ready -> open(click, letter, ready);
            case Preview.NotNow notNow -> refuse(click, notNow(notNow.why()));
            case null -> refuse(click, phrases.say("reminder.refused." + letter.state()));
        }
    }

    private void open(BlockActionPayload click, Reminder letter, Preview.Ready preview) {
        var view = editing.render(letter, preview, DigestPages.offset(click));
        var reply = click.getView() == null
                ? gateway.openView(click.getTriggerId(), view)
                : gateway.pushView(click.getTriggerId(), view);
        if (reply instanceof Reply.Refused<View> refused) {
            whispers.whisper(click, refused.problem().sentence());
        }
    }

    private String notNow(Held why) {
        return phrases.say("letter.edit.not-now", Map.of("why", phrases.say("reminder.reason." + why.reason())));
    }

    private void settled(BlockActionPayload click, Settled settled) {
        refusals.sentence(settled).ifPresentOrElse(why -> refuse(click, why), () -> pages.refreshLetters(click));
    }

    /** What was clicked shows less than the database knows. */
    private void refuse(BlockActionPayload click, String sentence) {
        whispers.whisper(click, sentence);
        pages.refreshLetters(click);
        digest.changed();
    }

    private ColleagueId by(BlockActionPayload click) {
        return current.of(click.getUser().getId()).id();
    }
}
