package dev.beforehand.slack.capture;

import com.slack.api.model.Attachment;
import com.slack.api.model.Message;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message's words without Slack's markup; pure. */
final class PlainWords {

    private static final Pattern MARKUP = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

    private final Function<String, Optional<String>> names;

    /** @param names of people by their Slack user ids */
    PlainWords(Function<String, Optional<String>> names) {
        this.names = names;
    }

    /** Where a message has no text of its own, as those of other apps, what is attached to it. */
    String of(Message message) {
        var text = Objects.requireNonNullElse(message.getText(), "");
        return of(text.isBlank() ? attached(message) : text);
    }

    String of(String mrkdwn) {
        return MARKUP.matcher(mrkdwn)
                .replaceAll(match -> Matcher.quoteReplacement(plain(match)))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private String plain(MatchResult markup) {
        var target = markup.group(2);
        var label = markup.group(3);
        return switch (markup.group(1)) {
            case "@" -> "@" + names.apply(target).orElse(label == null ? target : label);
            case "#" -> "#" + (label == null ? target : label);
            case "!" -> label == null ? "@" + target : label;
            default -> label == null ? target.replaceFirst("^mailto:", "") : label;
        };
    }

    private static String attached(Message message) {
        return message.getAttachments() == null
                ? ""
                : message.getAttachments().stream().flatMap(PlainWords::texts).collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Attachment attachment) {
        var texts = Stream.of(attachment.getTitle(), attachment.getText())
                .filter(Objects::nonNull)
                .toList();
        return texts.isEmpty() ? Stream.ofNullable(attachment.getFallback()) : texts.stream();
    }
}
