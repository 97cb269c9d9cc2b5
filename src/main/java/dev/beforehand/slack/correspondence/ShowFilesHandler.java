package dev.beforehand.slack.correspondence;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Role;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Readers;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackFile;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The buttons *Show attachments* and *Show all*: what the card has no room for is put into its thread, once. */
@Component
class ShowFilesHandler implements SlackSurface {

    /** Slack shows so many in one message. */
    private static final int MOST = 10;

    private final Correspondence correspondence;
    private final IncomingCardReader reader;
    private final ShownFiles files;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Afterwards afterwards;
    private final Readers readers;
    private final Phrases phrases;

    ShowFilesHandler(
            Correspondence correspondence,
            IncomingCardReader reader,
            ShownFiles files,
            CurrentColleague current,
            SlackGateway gateway,
            Whispers whispers,
            Afterwards afterwards,
            Readers readers,
            Phrases phrases) {
        this.correspondence = correspondence;
        this.reader = reader;
        this.files = files;
        this.current = current;
        this.gateway = gateway;
        this.whispers = whispers;
        this.afterwards = afterwards;
        this.readers = readers;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(IncomingButtons.FILES, Role.ACCOUNT_MANAGER, this::show);
    }

    private Response show(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var by = current.of(click.getUser().getId());
        var id = new IncomingId(Long.parseLong(click.getActions().getFirst().getValue()));
        afterwards.run("Showing the files of mail " + id, () -> show(id, by, click));
        return context.ack();
    }

    private void show(IncomingId id, Colleague by, BlockActionPayload click) {
        var card = reader.read(id).orElse(null);
        var thread = files.thread(id).orElse(null);
        if (card == null || thread == null) {
            whispers.whisper(click, phrases.say("reply.refused.gone"));
        } else if (files.isShown(id, thread)) {
            whispers.whisper(click, phrases.say("reply.files.shown"));
        } else if (files.claim(id, thread)) {
            share(card, thread, by, click);
        } else {
            whispers.whisper(click, phrases.say("reply.files.underway"));
        }
    }

    private void share(IncomingCard card, Posted thread, Colleague by, BlockActionPayload click) {
        var id = card.mail().id();
        Reply<String> reply;
        try {
            reply = Language.in(readers.ofChannels(), () -> share(card, thread, by));
        } catch (RuntimeException e) {
            files.release(id, thread);
            throw e;
        }
        switch (reply) {
            case Reply.Done<String> done -> {
                files.shown(id, thread, done.value());
                correspondence.filesShown(id, by.id());
            }
            case Reply.Refused<String> refused -> {
                files.release(id, thread);
                whispers.whisper(click, refused.problem().sentence());
            }
            case Reply.Unknown<String> unknown -> whispers.whisper(click, unknown.reason());
        }
    }

    private Reply<String> share(IncomingCard card, Posted thread, Colleague by) {
        var all = toShow(card);
        return gateway.share(thread, comment(card, by, all.size() - MOST), all.subList(0, Math.min(all.size(), MOST)));
    }

    /**
     * Without a word of the mail: Slack would make a link of an address in it.
     *
     * @param more how many are not shown
     */
    private String comment(IncomingCard card, Colleague by, int more) {
        return phrases.say(
                "reply.files",
                Map.of(
                        "when",
                        Format.moment(card.mail().arrivedAt()),
                        "by",
                        Format.name(by.name()),
                        "more",
                        more > 0 ? more : false,
                        "strange",
                        !card.mail().isKnownSender()));
    }

    private List<SlackFile> toShow(IncomingCard card) {
        var text = card.isTextCut()
                ? Stream.of(new SlackFile(
                        phrases.say("reply.files.text"), card.mail().text().getBytes(StandardCharsets.UTF_8)))
                : Stream.<SlackFile>empty();
        var attached = correspondence.files(card.mail().id()).stream()
                .filter(file -> file.content().length > 0)
                .map(file -> new SlackFile(file.name(), file.content()));
        return Stream.concat(text, attached).toList();
    }
}
