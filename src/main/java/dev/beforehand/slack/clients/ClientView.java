package dev.beforehand.slack.clients;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.accounts.Account;
import dev.beforehand.accounts.HistoryPage;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The card of a client, whatever it holds, within Slack's limits; pure. */
@Component
class ClientView {

    static final String EDIT = "client:edit";

    /** So many of the timeline's lines stand on the card itself. */
    static final int NEWEST = 8;

    private static final int LONGEST_HEADER = 150;

    private final AccountLines lines;
    private final PreferenceLines preferences;
    private final TimelineLines timeline;
    private final TimelineView pages;
    private final Modals modals;
    private final Phrases phrases;

    ClientView(
            AccountLines lines,
            PreferenceLines preferences,
            TimelineLines timeline,
            TimelineView pages,
            Modals modals,
            Phrases phrases) {
        this.lines = lines;
        this.preferences = preferences;
        this.timeline = timeline;
        this.pages = pages;
        this.modals = modals;
        this.phrases = phrases;
    }

    View render(Account account, HistoryPage newest) {
        var blocks = new ArrayList<LayoutBlock>();
        var name = Format.cut(account.client().name().strip().replaceAll("\\s+", " "), LONGEST_HEADER);
        blocks.add(header(h -> h.text(plainText(name, false))));
        blocks.addAll(Paragraphs.of(lines.people(account)));
        addTitled(blocks, "client.section.balance", lines.balances(account));
        lines.habit(account).map(Paragraphs::small).ifPresent(blocks::add);
        addTitled(blocks, "client.section.agreed", lines.agreed(account));
        addPreferences(blocks, account);
        addTimeline(blocks, account, newest);
        return modals.page("client", blocks);
    }

    private void addTitled(List<LayoutBlock> blocks, String title, List<String> text) {
        blocks.add(divider());
        blocks.add(Paragraphs.of(phrases.say(title)));
        blocks.addAll(Paragraphs.of(text));
    }

    private void addPreferences(List<LayoutBlock> blocks, Account account) {
        blocks.add(divider());
        var title = Paragraphs.of(phrases.say("client.section.preferences"));
        title.setAccessory(button(b -> b.actionId(EDIT)
                .text(plainText(phrases.say("client.edit")))
                .value(account.client().id().toString())));
        blocks.add(title);
        blocks.addAll(Paragraphs.of(preferences.of(account)));
        blocks.add(Paragraphs.small(phrases.say("client.preference.rule")));
    }

    private void addTimeline(List<LayoutBlock> blocks, Account account, HistoryPage newest) {
        var events = newest.events().stream().map(timeline::line).toList();
        addTitled(
                blocks,
                "client.section.timeline",
                events.isEmpty() ? List.of(phrases.say("client.timeline.empty")) : events);
        if (newest.hasOlder()) {
            blocks.add(actions(List.of(pages.whole(account.client().id()))));
        }
    }
}
