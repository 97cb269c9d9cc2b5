package dev.beforehand.practice.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code date^1392734382^{date_short} at {time}^https://link|fallback}, in the reader's zone. */
final class DateToken {

    private static final Pattern FIELD = Pattern.compile("\\{([a-z_]+)}");

    private DateToken() {}

    static Html html(String target, String fallback, Surroundings surroundings) {
        var parts = target.split("\\^", 4);
        if (parts.length < 3 || !parts[1].matches("\\d{1,11}")) {
            return Html.slackText(fallback);
        }
        var at = Instant.ofEpochSecond(Long.parseLong(parts[1])).atZone(surroundings.zone());
        var words = FIELD.matcher(Html.unescaped(parts[2]))
                .replaceAll(field -> Matcher.quoteReplacement(say(field.group(1), at, surroundings)));
        var time = Tag.of("time")
                .with("datetime", at.toOffsetDateTime().toString())
                .text(words)
                .html();
        var link = parts.length > 3 ? Html.unescaped(parts[3]) : "";
        return AngleToken.mayBeFollowed(link)
                ? Tag.of("a")
                        .with("href", link)
                        .with("target", "_blank")
                        .with("rel", "noopener noreferrer")
                        .add(time)
                        .html()
                : time;
    }

    private static String say(String field, ZonedDateTime at, Surroundings surroundings) {
        var days = at.toLocalDate().toEpochDay() - surroundings.today().toEpochDay();
        if (field.endsWith("_pretty") && Math.abs(days) <= 1) {
            return days == 0 ? "today" : days < 0 ? "yesterday" : "tomorrow";
        }
        return switch (field) {
            case "date_num" -> format("yyyy-MM-dd", at);
            case "date_short", "date_short_pretty" -> format("d MMM yyyy", at);
            case "date_long", "date_long_pretty" -> format("EEEE, d MMMM yyyy", at);
            case "date", "date_pretty" -> format("d MMMM yyyy", at);
            case "time" -> format("HH:mm", at);
            case "time_secs" -> format("HH:mm:ss", at);
            default -> "{" + field + "}";
        };
    }

    private static String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(at);
    }
}
