package dev.beforehand.slack.ledger;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.ledger.Upload.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The card of a dropped file: what is in it, and how it stands. */
@Component
class UploadCards implements CardKind {

    static final String IMPORT = "upload:import";
    static final String CANCEL = "upload:cancel";

    /** Between what stands in sections of their own. */
    static final String PARAGRAPH = "\n\n";

    private static final String SUBJECT = "upload:";
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Uploads uploads;
    private final Cards cards;
    private final SlackPosts posts;
    private final Colleagues colleagues;
    private final Phrases phrases;

    UploadCards(Uploads uploads, Cards cards, SlackPosts posts, Colleagues colleagues, Phrases phrases) {
        this.uploads = uploads;
        this.cards = cards;
        this.posts = posts;
        this.colleagues = colleagues;
        this.phrases = phrases;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    /** Where the file was dropped. */
    @Override
    public Optional<Place> place(String subject) {
        return uploads.find(id(subject)).map(upload -> new Place(upload.droppedBy(), null));
    }

    @Override
    public SlackMessage render(String subject) {
        return render(uploads.find(id(subject)).orElseThrow());
    }

    private static long id(String subject) {
        return Long.parseLong(subject.substring(SUBJECT.length()));
    }

    void show(Upload upload) {
        cards.show(SUBJECT + upload.id());
    }

    /** Shows it, and waits for it; empty where it does not stand soon. Not within a transaction. */
    Optional<Posted> shown(Upload upload) {
        show(upload);
        return cards.obstacle(SUBJECT + upload.id(), PATIENCE).isPresent()
                ? Optional.empty()
                : posts.find(SUBJECT + upload.id()).map(SlackPost::posted);
    }

    private SlackMessage render(Upload upload) {
        var title = phrases.say("upload.title", Map.of("file", Format.name(upload.name())));
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(s -> s.text(markdownText(title))));
        for (var paragraph : upload.said().split(PARAGRAPH)) {
            if (!paragraph.isBlank()) {
                blocks.add(section(s -> s.text(markdownText(paragraph))));
            }
        }
        var standing = standing(upload);
        blocks.add(context(List.of(markdownText(standing))));
        if (upload.state() == State.WAITING) {
            blocks.add(buttons(upload));
        }
        return new SlackMessage(title + " " + standing, blocks);
    }

    /** How it stands, in a sentence. */
    String standing(Upload upload) {
        return phrases.say(
                "upload.state." + upload.state(),
                Map.of(
                        "by",
                        who(upload).<Object>map(Format::name).orElse(false),
                        "when",
                        Format.moment(upload.changedAt()),
                        "until",
                        Format.moment(upload.changedAt().plus(UploadDesk.KEPT))));
    }

    private Optional<String> who(Upload upload) {
        return Optional.ofNullable(upload.decidedBy()).flatMap(colleagues::find).map(Colleague::name);
    }

    private ActionsBlock buttons(Upload upload) {
        var id = Long.toString(upload.id());
        return actions(List.of(
                button(b -> b.actionId(IMPORT)
                        .text(plainText(phrases.say("upload.import")))
                        .style("primary")
                        .value(id)
                        .confirm(confirmationDialog(c -> c.title(plainText(phrases.say("upload.confirm.title")))
                                .text(plainText(phrases.say("upload.confirm.text")))
                                .confirm(plainText(phrases.say("upload.import")))
                                .deny(plainText(phrases.say("upload.confirm.deny")))))),
                button(b -> b.actionId(CANCEL)
                        .text(plainText(phrases.say("upload.cancel")))
                        .value(id))));
    }
}
