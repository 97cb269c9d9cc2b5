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
        while (at < text.length()) {
            int open = text.indexOf(FENCE, at);
            int close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length());
            if (close < 0) {
                break;
            }
            parts.add(lines(text.substring(at, open).stripTrailing()));
            parts.add(fenced(text.substring(open + FENCE.length(), close)));
            at = close + FENCE.length();
            if (text.startsWith("\n", at)) {
                at++;
            }
        }
        parts.add(lines(text.substring(at)));
        return Html.all(parts);
    }

    private static Html fenced(String code) {
        return Tag.of("pre").add(Html.slackText(code.strip())).html();
    }

    private Html lines(String text) {
        if (text.isEmpty()) {
            return Html.NONE;
        }
        var out = new ArrayList<Html>();
        var quote = new ArrayList<Html>();
        boolean lineOpen = false;
        boolean quoteRest = false;
        for (var line : text.split("\n", -1)) {
            quoteRest |= quoteMark(line, ">>>", "&gt;&gt;&gt;") > 0;
            int mark = quoteRest ? quoteMark(line, ">>>", "&gt;&gt;&gt;") : quoteMark(line, ">", "&gt;");
            if (mark > 0 || quoteRest) {
                quote.add(inline.html(line.substring(mark).strip()));
                lineOpen = false;
                continue;
            }
            endQuote(quote, out);
            if (isBullet(line)) {
                out.add(Tag.of("span", "bullet").add(inline.html(line.strip())).html());
                lineOpen = false;
                continue;
            }
            if (lineOpen) {
                out.add(Tag.of("br").html());
            }
            out.add(inline.html(line));
            lineOpen = true;
        }
        endQuote(quote, out);
        return Html.all(out);
    }

    private static void endQuote(List<Html> quote, List<Html> out) {
        if (quote.isEmpty()) {
            return;
        }
        var tag = Tag.of("blockquote").add(quote.getFirst());
        quote.stream().skip(1).forEach(line -> tag.add(Tag.of("br")).add(line));
        out.add(tag.html());
        quote.clear();
    }

    private static int quoteMark(String line, String plain, String escaped) {
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
