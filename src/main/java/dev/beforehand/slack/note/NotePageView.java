package dev.beforehand.slack.note;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.checkins.CheckInButtons;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** One page of a note's section as a modal. */
@Component
class NotePageView {

    static final int LINES = 20;

    private final NoteBlocks blocks;
    private final NoteLines lines;
    private final Phrases phrases;

    NotePageView(NoteBlocks blocks, NoteLines lines, Phrases phrases) {
        this.blocks = blocks;
        this.lines = lines;
        this.phrases = phrases;
    }

    /** @param from beyond the end: the last page, where what stood there was dealt with meanwhile */
    View render(NoteSection section, List<?> waiting, int from) {
        int last = Math.max(0, (waiting.size() - 1) / LINES * LINES);
        int offset = Math.min(from, last);
        var shown = new ArrayList<LayoutBlock>();
        shown.add(blocks.title(section, waiting.size()));
        waiting.stream()
                .skip(offset)
                .limit(LINES)
                .map(line -> onAPage(lines.line(section, line)))
                .forEach(shown::add);
        var turns = turns(section, offset, last);
        if (!turns.isEmpty()) {
            shown.add(actions(turns));
        }
        return view(v -> v.type("modal")
                .privateMetadata(Integer.toString(offset))
                .title(viewTitle(t -> t.type("plain_text").text(phrases.say("note.page.title"))))
                .close(viewClose(c -> c.type("plain_text").text(phrases.say("digest.page.close"))))
                .blocks(shown));
    }

    /** A claim on a page changes the page. */
    private static LayoutBlock onAPage(LayoutBlock line) {
        if (line instanceof SectionBlock section
                && section.getAccessory() instanceof ButtonElement button
                && button.getActionId().equals(CheckInButtons.CLAIM)) {
            button.setActionId(NotePages.CLAIM);
        }
        return line;
    }

    private List<BlockElement> turns(NoteSection section, int offset, int last) {
        var turns = new ArrayList<BlockElement>();
        if (offset > 0) {
            turns.add(turn(section, "previous", offset - LINES));
        }
        if (offset < last) {
            turns.add(turn(section, "next", offset + LINES));
        }
        return turns;
    }

    private BlockElement turn(NoteSection section, String direction, int offset) {
        return button(b -> b.text(plainText(phrases.say("digest.page." + direction)))
                .actionId(NotePages.ACTION + section.key() + ":" + direction)
                .value(Integer.toString(Math.max(0, offset))));
    }
}
