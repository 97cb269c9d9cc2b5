package dev.beforehand.slack.home;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.view.Views.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lays out what somebody sees on Home, within Slack's limits however much there is; pure. */
@Component
class HomeBlocks {

    /** So many lines of each kind of what waits. */
    static final int LINES = 4;

    private final TourBlocks tour;
    private final WaitingLines waiting;
    private final ClientList clients;
    private final MonthLines month;
    private final LetterLines letters;
    private final Phrases phrases;

    HomeBlocks(
            TourBlocks tour,
            WaitingLines waiting,
            ClientList clients,
            MonthLines month,
            LetterLines letters,
            Phrases phrases) {
        this.tour = tour;
        this.waiting = waiting;
        this.clients = clients;
        this.month = month;
        this.letters = letters;
        this.phrases = phrases;
    }

    View render(Sight sight) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.addAll(tour.above(sight));
        addSetup(blocks, sight);
        addTitled(blocks, "home.waiting", waiting.of(sight));
        addTitled(blocks, "home.clients", clients.of(sight));
        addTitled(blocks, "home.month", month.of(sight));
        addTitled(blocks, "home.letters", letters.of(sight));
        blocks.addAll(tour.below(sight));
        return view(v -> v.type("home").blocks(blocks));
    }

    private void addSetup(List<LayoutBlock> blocks, Sight sight) {
        if (!sight.setup().isEmpty()) {
            addTitled(blocks, "home.setup", sight.setup());
        } else if (sight.role() == Role.FINANCE_LEAD) {
            blocks.add(small(phrases.say("home.setup.good")));
        }
    }

    private void addTitled(List<LayoutBlock> blocks, String title, List<LayoutBlock> content) {
        if (!blocks.isEmpty()) {
            blocks.add(divider());
        }
        blocks.add(header(h -> h.text(plainText(phrases.say(title)))));
        blocks.addAll(content);
    }

    static LayoutBlock text(String words) {
        return section(s -> s.text(markdownText(words)));
    }

    static LayoutBlock small(String words) {
        return context(List.of(markdownText(words)));
    }
}
