package dev.beforehand.practice.limits;

import java.util.Set;

/** Where blocks can stand, how many, and which. */
enum Surface {
    MESSAGE(
            50,
            Set.of(
                    "actions",
                    "context",
                    "divider",
                    "header",
                    "image",
                    "input",
                    "markdown",
                    "rich_text",
                    "section",
                    "table",
                    "video")),
    MODAL(100, Set.of("actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video")),
    HOME(100, Set.of("actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"));

    private final int most;
    private final Set<String> blocks;

    Surface(int most, Set<String> blocks) {
        this.most = most;
        this.blocks = blocks;
    }

    int mostBlocks() {
        return most;
    }

    boolean takes(String block) {
        return blocks.contains(block);
    }

    @Override
    public String toString() {
        return switch (this) {
            case MESSAGE -> "a message";
            case MODAL -> "a modal";
            case HOME -> "Home";
        };
    }
}
