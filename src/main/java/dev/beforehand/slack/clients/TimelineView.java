package dev.beforehand.slack.clients;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.beforehand.accounts.HistoryPage;
import dev.beforehand.accounts.HistoryPage.Place;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A page of a client's timeline; pure. */
@Component
class TimelineView {

    static final String TURN = "client:timeline:";

    static final int SIZE = 25;

    private final TimelineLines lines;
    private final Modals modals;
    private final Phrases phrases;

    TimelineView(TimelineLines lines, Modals modals, Phrases phrases) {
        this.lines = lines;
        this.modals = modals;
        this.phrases = phrases;
    }

    /** Which way a page is turned; part of the button's name. */
    enum Direction {
        NEWEST,
        NEWER,
        OLDER
    }

    /** A page that somebody wants to see: it begins where the one that they saw ended, whatever happened since. */
    record Turn(ClientId client, Direction direction, Place place) {

        private static final Place NOWHERE = new Place(0, 0);

        static Turn newest(ClientId client) {
            return new Turn(client, Direction.NEWEST, NOWHERE);
        }

        /** @param value as {@link #value} wrote it */
        static Turn of(String value) {
            var parts = value.split(" ");
            return new Turn(
                    new ClientId(Long.parseLong(parts[0])),
                    Direction.valueOf(parts[1]),
                    new Place(Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        }

        String value() {
            return client + " " + direction + " " + place.at() + " " + place.id();
        }
    }

    View render(Client client, HistoryPage page) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Paragraphs.of(phrases.say("client.timeline.head", Map.of("client", Format.name(client.name())))));
        blocks.addAll(Paragraphs.of(page.events().stream().map(lines::line).toList()));
        if (page.events().isEmpty()) {
            blocks.add(Paragraphs.of(phrases.say("client.timeline.empty")));
        }
        var turns = turns(client.id(), page);
        if (!turns.isEmpty()) {
            blocks.add(actions(turns));
        }
        return modals.page("client.timeline", blocks);
    }

    private List<BlockElement> turns(ClientId client, HistoryPage page) {
        var turns = new ArrayList<BlockElement>();
        if (page.hasNewer()) {
            turns.add(turn(
                    new Turn(client, Direction.NEWER, page.events().getFirst().place())));
        }
        if (page.hasOlder()) {
            turns.add(turn(
                    new Turn(client, Direction.OLDER, page.events().getLast().place())));
        }
        return turns;
    }

    /** Shows the newest; the pages follow from there. */
    BlockElement whole(ClientId client) {
        return turn(Turn.newest(client));
    }

    private BlockElement turn(Turn turn) {
        return button(b -> b.actionId(TURN + turn.direction())
                .text(plainText(phrases.say("client.timeline." + turn.direction())))
                .value(turn.value()));
    }
}
