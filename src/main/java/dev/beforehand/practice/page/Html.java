package dev.beforehand.practice.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Markup that is safe to send: outside text enters it by {@link #text} and {@link #slackText} alone. */
record Html(String markup) {

    static final Html NONE = new Html("");

    /** Text as it is, whatever it holds. */
    static Html text(@Nullable String text) {
        return new Html(text == null ? "" : escape(text));
    }

    /** Text of a Slack payload, in which {@code &amp;}, {@code &lt;} and {@code &gt;} already stand for a character. */
    static Html slackText(@Nullable String text) {
        return text(unescaped(text == null ? "" : text));
    }

    static Html all(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    @Override
    public String toString() {
        return markup;
    }

    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static String unescaped(String slack) {
        return slack.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static String slackEscaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
