package dev.beforehand.correspondence;

import dev.beforehand.mail.OutgoingMail.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** An answer as it is read: what was written, as text and as simple HTML; pure. */
final class AnswerLetter {

    private static final Pattern ANSWERS = Pattern.compile("(?i)^(\\s*(re|aw|antw|sv)\\s?:)*\\s*");
    private static final int LONGEST_SUBJECT = 200;

    private AnswerLetter() {}

    /** {@code Re: } once, however often it went back and forth. */
    static String subject(String answered) {
        var subject = "Re: " + ANSWERS.matcher(answered).replaceFirst("");
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject.strip();
        }
        boolean inTwo = Character.isHighSurrogate(subject.charAt(LONGEST_SUBJECT - 1));
        return subject.substring(0, inTwo ? LONGEST_SUBJECT - 1 : LONGEST_SUBJECT);
    }

    static Words words(String subject, String text, Locale locale) {
        var plain = text.replace("\r\n", "\n").strip();
        return new Words(subject, html(subject, plain, locale), plain + "\n", locale);
    }

    private static String html(String subject, String text, Locale locale) {
        var paragraphs = Arrays.stream(text.split("\n{2,}"))
                .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family: sans-serif; font-size: 15px; line-height: 1.5">
                %s
                </body>
                </html>
                """.formatted(escaped(locale.toLanguageTag()), escaped(subject), paragraphs);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
