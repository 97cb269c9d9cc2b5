package dev.beforehand.slack.ledger;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.File;
import com.slack.api.model.event.MessageFileShareEvent;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Gate.Asked;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.ledger.Upload.State;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A file that is dropped into the direct messages, and the buttons on its card. Only finance leads may import. */
@Component
class UploadSurface implements SlackSurface {

    private static final int LONGEST_NAME = 50;

    private final Uploads uploads;
    private final UploadDesk desk;
    private final UploadCards cards;
    private final CurrentColleague current;
    private final Whispers whispers;
    private final Afterwards afterwards;
    private final Phrases phrases;

    UploadSurface(
            Uploads uploads,
            UploadDesk desk,
            UploadCards cards,
            CurrentColleague current,
            Whispers whispers,
            Afterwards afterwards,
            Phrases phrases) {
        this.uploads = uploads;
        this.desk = desk;
        this.cards = cards;
        this.current = current;
        this.whispers = whispers;
        this.afterwards = afterwards;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.event(MessageFileShareEvent.class, UploadSurface::asked, this::dropped);
        gate.blockAction(
                UploadCards.IMPORT, Role.FINANCE_LEAD, (request, context) -> decide(request, context, State.IMPORTING));
        gate.blockAction(
                UploadCards.CANCEL, Role.FINANCE_LEAD, (request, context) -> decide(request, context, State.CANCELLED));
    }

    private static Optional<Asked> asked(MessageFileShareEvent event) {
        return isDropped(event)
                ? Optional.of(new Asked(
                        event.getUser(),
                        Role.FINANCE_LEAD,
                        event.getChannel(),
                        Objects.requireNonNullElse(event.getThreadTs(), event.getTs())))
                : Optional.empty();
    }

    private static boolean isDropped(MessageFileShareEvent event) {
        return "im".equals(event.getChannelType()) && event.getFiles() != null;
    }

    private Response dropped(EventsApiPayload<MessageFileShareEvent> payload, EventContext context) {
        var event = payload.getEvent();
        if (isDropped(event)) {
            event.getFiles().forEach(file -> arrive(file, event.getUser()));
        }
        return context.ack();
    }

    /** Stands in the database before Slack hears that it arrived. */
    private void arrive(File file, String by) {
        uploads.arrive(file.getId(), name(file), Objects.requireNonNullElse(file.getUrlPrivateDownload(), ""), by)
                .ifPresent(id -> afterwards.run("Looking at a dropped file", () -> desk.look(id)));
    }

    /** A name from outside may try to be a path, or too long for one. */
    private static String name(File file) {
        var name = Objects.requireNonNullElse(file.getName(), "")
                .replaceAll("[^\\p{L}\\p{N} ._()+-]", "_")
                .strip();
        var end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        return end.matches("[. ]*") ? "file" : end;
    }

    private Response decide(BlockActionRequest request, ActionContext context, State to) {
        var click = request.getPayload();
        decide(click, to);
        return context.ack();
    }

    private void decide(BlockActionPayload click, State to) {
        long id = Long.parseLong(click.getActions().getFirst().getValue());
        var by = current.of(click.getUser().getId()).id();
        boolean first = uploads.decide(id, to, by);
        var upload = uploads.find(id).orElse(null);
        if (upload == null) {
            whispers.whisper(click, phrases.say("upload.gone"));
        } else if (!first) {
            whispers.whisper(click, cards.standing(upload));
            cards.show(upload);
        } else if (to == State.CANCELLED) {
            afterwards.run("Cancelling an import", () -> desk.cancelled(upload));
        } else {
            afterwards.run("Importing a dropped file", () -> take(upload, click));
        }
    }

    private void take(Upload upload, BlockActionPayload click) {
        cards.show(upload);
        if (!desk.take(upload.id())) {
            whispers.whisper(click, phrases.say("upload.failed"));
        }
    }
}
