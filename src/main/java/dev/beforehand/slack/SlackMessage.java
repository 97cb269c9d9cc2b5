package dev.beforehand.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message shows.
 *
 * @param text stands in notifications and for screen readers, and is the message itself where there are no blocks
 */
public record SlackMessage(String text, List<LayoutBlock> blocks) {

    private static final int MOST_BLOCKS = 50;

    public SlackMessage {
        blocks = List.copyOf(blocks);
        if (text.isBlank()) {
            throw new IllegalArgumentException("A message needs a text: it is what a notification shows.");
        }
        if (blocks.size() > MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    "A message takes " + MOST_BLOCKS + " blocks and was given " + blocks.size() + ".");
        }
    }

    /** For Slack's client, which would send an empty list as such. */
    @Nullable
    List<LayoutBlock> blocksIfAny() {
        return blocks.isEmpty() ? null : blocks;
    }

    public static SlackMessage of(String text) {
        return new SlackMessage(text, List.of());
    }
}
