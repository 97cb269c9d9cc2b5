package dev.beforehand.slack.note;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.digest.Agenda;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders what waits for somebody as one message, however much it is. */
@Component
class NoteBlocks {

    /** So many lines of each section, with titles and buttons, stay below the 50 blocks that Slack takes. */
    static final int LINES = 4;

    private final Phrases phrases;
    private final NoteLines lines;

    NoteBlocks(Phrases phrases, NoteLines lines) {
        this.phrases = phrases;
        this.lines = lines;
    }

    SlackMessage render(Agenda agenda) {
        var heading = agenda.isEmpty()
                ? phrases.say("note.nothing-left")
                : phrases.say("note.waiting", agenda.size(), Map.of());
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(h ->
                h.text(plainText(phrases.say("note.title", Map.of("day", Format.longDay(agenda.day())))))));
        blocks.add(text(heading));
        for (var section : NoteSection.values()) {
            add(blocks, section, section.of(agenda));
        }
        blocks.add(context(List.of(markdownText(phrases.say("note.settings")))));
        return new SlackMessage(heading, blocks);
    }

    private void add(List<LayoutBlock> blocks, NoteSection section, List<?> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        blocks.add(title(section, waiting.size()));
        waiting.stream().limit(LINES).map(line -> lines.line(section, line)).forEach(blocks::add);
        int more = waiting.size() - LINES;
        if (more > 0) {
            blocks.add(actions(List.of(button(b -> b.text(plainText(
                            phrases.say("digest.more", more, Map.of("total", "%,d".formatted(waiting.size())))))
                    .actionId(NotePages.ACTION + section.key())
                    .value("0")))));
        }
    }

    LayoutBlock title(NoteSection section, int total) {
        return text(phrases.say("note.section." + section.key(), total, Map.of()));
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
