package dev.beforehand.practice.page;

import java.util.ArrayList;
import java.util.List;

/** Slack's own markup as HTML: code fences, quotes, bullets and lines; what stands within a line is {@link Inline}'s. */
final class Mrkdwn {

    private static final String FENCE = "```";

    private final Inline inline;

    Mrkdwn(Surroundings surroundings) {
        inline = new Inline(surroundings);
    }

    Html html(String text) {
        var parts = new ArrayList<Html>();
        int at = 0;
        int open = text.indexOf(FENCE);
        int close = text.indexOf(FENCE, open + FENCE.length());
        while (open >= 0 && close >= 0) {
            parts.add(lines(text.substring(at, open).stripTrailing()));
            parts.add(fenced(text.substring(open + FENCE.length(), close)));
            at = close + FENCE.length();
            at += text.startsWith("\n", at) ? 1 : 0;
            open = text.indexOf(FENCE, at);
            close = text.indexOf(FENCE, open + FENCE.length());
        }
        parts.add(lines(text.substring(at)));
        return Html.all(parts);
    }

    private static Html fenced(String code) {
        return Tag.of("pre")
                .add(Html.slackText(code.replaceFirst("^\n", "").stripTrailing()))
                .html();
    }

    private Html lines(String text) {
        var lines = new Lines();
        if (!text.isEmpty()) {
            text.lines().forEach(lines::add);
        }
        return lines.html();
    }

    /** Lines one after the other: those of a quote together, a bullet by itself, the others parted by breaks. */
    private final class Lines {

        private final List<Html> out = new ArrayList<>();
        private final List<Html> quote = new ArrayList<>();
        private boolean quoteToTheEnd;
        private boolean needsBreak;

        void add(String line) {
            int wholeMark = mark(line, ">>>", "&gt;&gt;&gt;");
            quoteToTheEnd |= wholeMark > 0;
            int mark = quoteToTheEnd ? wholeMark : mark(line, ">", "&gt;");
            if (mark > 0 || quoteToTheEnd) {
                quote.add(inline.html(line.substring(mark).strip()));
                return;
            }
            endQuote();
            if (isBullet(line)) {
                out.add(Tag.of("span", "bullet").add(inline.html(line.strip())).html());
                needsBreak = false;
                return;
            }
            if (needsBreak) {
                out.add(Tag.of("br").html());
            }
            out.add(inline.html(line));
            needsBreak = true;
        }

        Html html() {
            endQuote();
            return Html.all(out);
        }

        private void endQuote() {
            if (!quote.isEmpty()) {
                var tag = Tag.of("blockquote").add(quote.getFirst());
                quote.stream().skip(1).forEach(line -> tag.add(Tag.of("br")).add(line));
                out.add(tag.html());
                quote.clear();
                needsBreak = false;
            }
        }

        private static int mark(String line, String plain, String escaped) {
            if (line.startsWith(plain)) {
                return plain.length();
            }
            return line.startsWith(escaped) ? escaped.length() : 0;
        }

        private static boolean isBullet(String line) {
            var text = line.stripLeading();
            return text.startsWith("• ") || text.startsWith("◦ ");
        }
    }
}
