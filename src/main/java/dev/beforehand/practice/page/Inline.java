package dev.beforehand.practice.page;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands within one line of mrkdwn: bold, italic, strike, code, links, mentions, emoji. */
final class Inline {

    private static final Pattern SHORT_NAME = Pattern.compile(":([a-z0-9_+-]{1,60}(?:::skin-tone-[2-6])?):");
    private static final Pattern BARE_LINK = Pattern.compile("https?://[^\\s<>|\"']+[^\\s<>|\"'.,;:!?)]");
    private static final int DEEPEST = 6;

    private final AngleToken angleToken;

    Inline(Surroundings surroundings) {
        angleToken = new AngleToken(surroundings);
    }

    Html html(String line) {
        return spans(line, 0);
    }

    private Html spans(String line, int depth) {
        var out = new ArrayList<Html>();
        int plainFrom = 0;
        int at = 0;
        while (at < line.length()) {
            var span = depth > DEEPEST ? null : spanAt(line, at, depth);
            if (span == null) {
                at++;
                continue;
            }
            out.add(Html.slackText(line.substring(plainFrom, at)));
            out.add(span.html());
            at = span.end();
            plainFrom = at;
        }
        out.add(Html.slackText(line.substring(plainFrom)));
        return Html.all(out);
    }

    private record Span(Html html, int end) {}

    private @Nullable Span spanAt(String line, int at, int depth) {
        return switch (line.charAt(at)) {
            case '`' -> code(line, at);
            case '<' -> angle(line, at);
            case ':' -> emoji(line, at);
            case 'h' -> bareLink(line, at);
            case '*' -> styled("strong", line, at, depth);
            case '_' -> styled("em", line, at, depth);
            case '~' -> styled("s", line, at, depth);
            default -> null;
        };
    }

    private static @Nullable Span code(String line, int at) {
        int close = line.indexOf('`', at + 1);
        if (close <= at + 1) {
            return null;
        }
        return new Span(
                Tag.of("code")
                        .add(Html.slackText(line.substring(at + 1, close)))
                        .html(),
                close + 1);
    }

    private @Nullable Span angle(String line, int at) {
        int close = line.indexOf('>', at);
        if (close < 0) {
            return null;
        }
        return new Span(angleToken.html(line.substring(at + 1, close)), close + 1);
    }

    private static @Nullable Span emoji(String line, int at) {
        var name = SHORT_NAME.matcher(line).region(at, line.length());
        if (!name.lookingAt() || Emoji.character(name.group(1)).isEmpty()) {
            return null;
        }
        return new Span(Emoji.html(name.group(1)), name.end());
    }

    private static @Nullable Span bareLink(String line, int at) {
        var link = BARE_LINK.matcher(line).region(at, line.length());
        if (isWordBefore(line, at) || !link.lookingAt()) {
            return null;
        }
        return new Span(AngleToken.link(link.group(), link.group()), link.end());
    }

    private @Nullable Span styled(String tag, String line, int at, int depth) {
        char mark = line.charAt(at);
        if (isWordBefore(line, at) || at + 1 >= line.length() || isBlankOr(mark, line.charAt(at + 1))) {
            return null;
        }
        for (int end = line.indexOf(mark, at + 2); end > 0; end = line.indexOf(mark, end + 1)) {
            if (!Character.isWhitespace(line.charAt(end - 1)) && !isWordAt(line, end + 1)) {
                var inner = spans(line.substring(at + 1, end), depth + 1);
                return new Span(Tag.of(tag).add(inner).html(), end + 1);
            }
        }
        return null;
    }

    private static boolean isBlankOr(char mark, char c) {
        return c == mark || Character.isWhitespace(c);
    }

    private static boolean isWordBefore(String line, int at) {
        return at > 0 && Character.isLetterOrDigit(line.charAt(at - 1));
    }

    private static boolean isWordAt(String line, int at) {
        return at < line.length() && Character.isLetterOrDigit(line.charAt(at));
    }
}
