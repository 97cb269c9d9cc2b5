package dev.beforehand.practice.page;

import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A text object as HTML: {@code mrkdwn} with its markup, {@code plain_text} with nothing but emoji. */
final class TextHtml {

    private static final Pattern SHORT_NAME = Pattern.compile(":([a-z0-9_+-]{1,60}):");

    private final Mrkdwn mrkdwn;

    TextHtml(Surroundings surroundings) {
        mrkdwn = new Mrkdwn(surroundings);
    }

    Html html(JsonNode textObject) {
        var text = textObject.path("text").asString("");
        return textObject.path("type").asString("").equals("mrkdwn") ? mrkdwn(text) : plain(text);
    }

    Html mrkdwn(String text) {
        return mrkdwn.html(text);
    }

    /** The words alone, for a place that takes no markup, such as an attribute or an option. */
    String plain(JsonNode textObject) {
        var text = Html.unescaped(textObject.path("text").asString(""));
        return SHORT_NAME
                .matcher(text)
                .replaceAll(name ->
                        Matcher.quoteReplacement(Emoji.character(name.group(1)).orElse(name.group())));
    }

    private static Html plain(String text) {
        var parts = new ArrayList<Html>();
        var name = SHORT_NAME.matcher(text);
        int from = 0;
        while (name.find()) {
            parts.add(Html.slackText(text.substring(from, name.start())));
            parts.add(Emoji.html(name.group(1)));
            from = name.end();
        }
        parts.add(Html.slackText(text.substring(from)));
        return new Html(Html.all(parts).markup().replace("\n", "<br>"));
    }
}
