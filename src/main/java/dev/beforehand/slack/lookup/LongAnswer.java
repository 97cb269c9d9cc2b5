package dev.beforehand.slack.lookup;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;

/** An answer of many lines, in the sections of one message, until that is full. */
final class LongAnswer {

    /** Slack takes about 13,000 characters; the rest is for a sentence about what found no room. */
    static final int MOST = 12_500;

    /** Of the 50 that Slack takes, one is for that sentence. */
    private static final int MOST_SECTIONS = 49;

    private static final int LONGEST_SECTION = 3_000;

    private final List<String> sections = new ArrayList<>();
    private int length;

    /** @return whether there was room for all these lines; otherwise none of them is in */
    boolean add(List<String> lines) {
        var more = sections(lines);
        int longer = length + length(lines);
        if (longer > MOST || sections.size() + more.size() > MOST_SECTIONS) {
            return false;
        }
        sections.addAll(more);
        length = longer;
        return true;
    }

    void addLast(String sentence) {
        sections.add(sentence);
    }

    /** The notification is its first line. */
    SlackMessage message() {
        var blocks = sections.stream()
                .<LayoutBlock>map(text -> section(s -> s.text(markdownText(text))))
                .toList();
        return new SlackMessage(sections.getFirst().lines().findFirst().orElseThrow(), blocks);
    }

    /** With the line breaks. */
    static int length(List<String> lines) {
        return lines.stream().mapToInt(line -> line.length() + 1).sum();
    }

    private static List<String> sections(List<String> lines) {
        var sections = new ArrayList<String>();
        var section = new StringBuilder();
        for (var line : lines) {
            if (section.length() + line.length() >= LONGEST_SECTION) {
                sections.add(section.toString());
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(line);
        }
        sections.add(section.toString());
        return sections;
    }
}
