package dev.beforehand.practice.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Slack's own client refuses of a typed value. */
final class Typed {

    private Typed() {}

    static @Nullable String wrong(JsonNode element, String value) {
        return switch (element.path("type").asString("")) {
            case "number_input" -> number(element, value);
            case "email_text_input" ->
                value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? null : "Please enter a valid email address.";
            case "url_text_input" -> value.matches("(?i)https?://\\S+") ? null : "Please enter a valid link.";
            case "datepicker" -> value.matches("\\d{4}-\\d{2}-\\d{2}") ? null : "Please choose a date.";
            case "plain_text_input" -> length(element, value);
            default -> null;
        };
    }

    private static @Nullable String number(JsonNode element, String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            return "Please enter a number.";
        }
        if (!element.path("is_decimal_allowed").asBoolean(false)
                && number.stripTrailingZeros().scale() > 0) {
            return "Please enter a whole number.";
        }
        var min = element.path("min_value").asString("");
        if (!min.isEmpty() && number.compareTo(new BigDecimal(min)) < 0) {
            return "Please enter a number of at least " + min + ".";
        }
        var max = element.path("max_value").asString("");
        return !max.isEmpty() && number.compareTo(new BigDecimal(max)) > 0
                ? "Please enter a number of at most " + max + "."
                : null;
    }

    private static @Nullable String length(JsonNode element, String value) {
        int least = element.path("min_length").asInt(0);
        int most = element.path("max_length").asInt(3000);
        if (value.length() < least) {
            return "Please enter at least " + least + " characters.";
        }
        return value.length() > most ? "Please enter at most " + most + " characters." : null;
    }
}
