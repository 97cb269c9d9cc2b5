package dev.beforehand.slack.digest;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The pages behind a section's 'and 12 more'. */
@Component
class DigestPages implements SlackSurface {

    static final String ACTION = "digest-page:";

    private final DigestPageView pages;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Afterwards afterwards;
    private final Clock clock;

    DigestPages(DigestPageView pages, SlackGateway gateway, Whispers whispers, Afterwards afterwards, Clock clock) {
        this.whispers = whispers;
        this.afterwards = afterwards;
        this.pages = pages;
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(Pattern.compile(Pattern.quote(ACTION) + ".+"), Role.VIEWER, this::turn);
    }

    private Response turn(BlockActionRequest request, ActionContext context) {
        var action = request.getPayload().getActions().getFirst();
        var section =
                DigestSection.of(action.getActionId().substring(ACTION.length()).replaceFirst(":.*", ""));
        var view = pages.render(section, LocalDate.now(clock), Integer.parseInt(action.getValue()));
        var shown = request.getPayload().getView();
        if (shown == null) {
            if (gateway.openView(request.getPayload().getTriggerId(), view) instanceof Reply.Refused<View> refused) {
                whispers.whisper(request.getPayload(), refused.problem().sentence());
            }
        } else {
            afterwards.run("Turning a page", () -> gateway.updateView(shown.getId(), null, view));
        }
        return context.ack();
    }

    /** Which of today's letters the page begins with on which somebody clicked; 0 where the click was not on a page. */
    static int offset(BlockActionPayload click) {
        return click.getView() == null ? 0 : Integer.parseInt(click.getView().getPrivateMetadata());
    }

    /** Shows the page of letters on which somebody clicked as it is now. */
    void refreshLetters(BlockActionPayload click) {
        if (click.getView() != null) {
            refreshLetters(click.getView().getId(), offset(click));
        }
    }

    void refreshLetters(String page, int offset) {
        afterwards.run("Refreshing a page", () -> {
            var now = pages.render(DigestSection.LETTERS, LocalDate.now(clock), offset);
            gateway.updateView(page, null, now);
        });
    }
}
