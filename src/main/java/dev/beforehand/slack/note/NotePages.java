package dev.beforehand.slack.note;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.clients.Role;
import dev.beforehand.digest.Agendas;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.checkins.CheckInButtons;
import dev.beforehand.slack.checkins.Claims;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The pages behind a note's 'and 12 more': what waits for the one who clicks, as it is then. */
@Component
class NotePages implements SlackSurface {

    static final String ACTION = "note-page:";
    static final String CLAIM = "note:claim";

    private final NotePageView pages;
    private final Agendas agendas;
    private final Claims claims;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Afterwards afterwards;
    private final Clock clock;

    NotePages(
            NotePageView pages,
            Agendas agendas,
            Claims claims,
            CurrentColleague current,
            SlackGateway gateway,
            Whispers whispers,
            Afterwards afterwards,
            Clock clock) {
        this.pages = pages;
        this.agendas = agendas;
        this.claims = claims;
        this.current = current;
        this.gateway = gateway;
        this.whispers = whispers;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(Pattern.compile(Pattern.quote(ACTION) + ".+"), Role.ACCOUNT_MANAGER, this::turn);
        gate.blockAction(CLAIM, Role.ACCOUNT_MANAGER, this::claim);
    }

    private Response turn(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var action = click.getActions().getFirst();
        var section =
                NoteSection.of(action.getActionId().substring(ACTION.length()).replaceFirst(":.*", ""));
        int offset = Integer.parseInt(action.getValue());
        if (click.getView() == null) {
            var opened = gateway.openView(click.getTriggerId(), page(click, section, offset));
            if (opened instanceof Reply.Refused<View> refused) {
                whispers.whisper(click, refused.problem().sentence());
            }
        } else {
            show(click, section, offset);
        }
        return context.ack();
    }

    /** The page on which it was claimed shows it no more. */
    private Response claim(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        claims.claim(CheckInButtons.checkIn(click), click.getUser().getId())
                .ifPresent(refusal -> whispers.whisper(click, refusal));
        show(click, NoteSection.TO_CLAIM, Integer.parseInt(click.getView().getPrivateMetadata()));
        return context.ack();
    }

    private void show(BlockActionPayload click, NoteSection section, int offset) {
        afterwards.run(
                "Turning a page of a note",
                () -> gateway.updateView(click.getView().getId(), null, page(click, section, offset)));
    }

    private View page(BlockActionPayload click, NoteSection section, int offset) {
        var agenda = agendas.of(current.of(click.getUser().getId()).id(), LocalDate.now(clock));
        return pages.render(section, section.of(agenda), offset);
    }
}
