package dev.beforehand.slack.clients;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;

/** Lines of text as blocks. Slack makes no link and no mention of what stands in them. */
final class Paragraphs {

    private static final int LONGEST = 3_000;

    private Paragraphs() {}

    /** As few sections as hold them; none where there is no line. */
    static List<LayoutBlock> of(List<String> lines) {
        var blocks = new ArrayList<LayoutBlock>();
        var text = new StringBuilder();
        for (var line : lines) {
            if (!text.isEmpty() && text.length() + line.length() >= LONGEST) {
                blocks.add(of(text.toString()));
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        if (!text.isEmpty()) {
            blocks.add(of(text.toString()));
        }
        return blocks;
    }

    static SectionBlock of(String mrkdwn) {
        return section(s -> s.text(verbatim(mrkdwn)));
    }

    static LayoutBlock small(String mrkdwn) {
        return context(List.of(verbatim(mrkdwn)));
    }

    private static MarkdownTextObject verbatim(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }
}
