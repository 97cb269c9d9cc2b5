package dev.beforehand.slack.digest;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.digest.Digests;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.PlannedLetters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** One page of a digest section as a modal. */
@Component
class DigestPageView {

    static final int LINES = 20;

    private final Digests digests;
    private final DigestLines lines;
    private final LetterList letters;
    private final Phrases phrases;

    DigestPageView(Digests digests, DigestLines lines, LetterList letters, Phrases phrases) {
        this.digests = digests;
        this.lines = lines;
        this.letters = letters;
        this.phrases = phrases;
    }

    View render(DigestSection which, LocalDate day, int offset) {
        return switch (which) {
            case BROKEN -> page(which, offset, digests.broken(day, LINES, offset), line -> lines.broken(line, day));
            case TO_CLAIM -> page(which, offset, digests.toClaim(day, LINES, offset), line -> lines.checkIn(line, day));
            case CLAIMED -> page(which, offset, digests.claimed(day, LINES, offset), line -> lines.checkIn(line, day));
            case DUE_TODAY ->
                page(which, offset, digests.dueToday(day, LINES, offset), line -> lines.dueToday(line, day));
            case OVERDUE -> page(which, offset, digests.overdue(day, LINES, offset), line -> lines.overdue(line, day));
            case PLANS -> page(which, offset, digests.plans(LINES, offset), line -> lines.plan(line, day));
            case LETTERS -> letters(offset, digests.letters(day, LINES, offset), day);
        };
    }

    private View letters(int offset, PlannedLetters planned, LocalDate day) {
        var blocks = new ArrayList<>(planned.lines().stream().map(letters::line).toList());
        letters.holdAll(day, planned.leaving()).ifPresent(blocks::add);
        return page(DigestSection.LETTERS, offset, new Section<>(planned.lines(), planned.total()), blocks);
    }

    private <T> View page(DigestSection which, int offset, Section<T> section, Function<T, String> line) {
        return page(
                which,
                offset,
                section,
                section.lines().stream().map(line).map(DigestPageView::text).toList());
    }

    private View page(DigestSection which, int offset, Section<?> section, List<LayoutBlock> shown) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(phrases.say("digest.section." + which.key(), section.total(), Map.of())));
        blocks.addAll(shown);
        var turns = turns(which, offset, section);
        if (!turns.isEmpty()) {
            blocks.add(actions(turns));
        }
        return view(v -> v.type("modal")
                .privateMetadata(Integer.toString(offset))
                .title(viewTitle(t -> t.type("plain_text").text(phrases.say("digest.page.title"))))
                .close(viewClose(c -> c.type("plain_text").text(phrases.say("digest.page.close"))))
                .blocks(blocks));
    }

    private List<BlockElement> turns(DigestSection which, int offset, Section<?> section) {
        var turns = new ArrayList<BlockElement>();
        if (offset > 0) {
            turns.add(turn(which, "previous", Math.max(0, offset - LINES)));
        }
        if (offset + section.lines().size() < section.total()) {
            turns.add(turn(which, "next", offset + LINES));
        }
        return turns;
    }

    private BlockElement turn(DigestSection which, String direction, int offset) {
        return button(b -> b.text(plainText(phrases.say("digest.page." + direction)))
                .actionId(DigestPages.ACTION + which.key() + ":" + direction)
                .value(Integer.toString(offset)));
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
