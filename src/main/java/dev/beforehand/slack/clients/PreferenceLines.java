package dev.beforehand.slack.clients;

import dev.beforehand.accounts.Account;
import dev.beforehand.accounts.Account.Edit;
import dev.beforehand.clients.PreferenceField;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a client wants to be written to, in words, and who says so; pure. */
@Component
class PreferenceLines {

    private static final int LONGEST = 150;

    private final Phrases phrases;

    PreferenceLines(Phrases phrases) {
        this.phrases = phrases;
    }

    List<String> of(Account account) {
        return Arrays.stream(PreferenceField.values())
                .map(field -> line(field, account))
                .toList();
    }

    private String line(PreferenceField field, Account account) {
        var edit = account.edits().get(field);
        return phrases.say(
                "client.preference.line",
                Map.of(
                        "field", label(field),
                        "value", value(field, field.of(account.client())),
                        "edited", edit == null ? false : edited(field, edit)));
    }

    private String edited(PreferenceField field, Edit edit) {
        return phrases.say(
                "client.preference.edited",
                Map.of(
                        "by", Format.name(edit.by()),
                        "when", Format.moment(edit.at()),
                        "listed", value(field, edit.listed())));
    }

    /** What the list of clients says instead of an edit, beside the field of a form. */
    String hint(PreferenceField field, Edit edit) {
        return phrases.say(
                "client.preference.hint", Map.of("by", Format.name(edit.by()), "listed", value(field, edit.listed())));
    }

    String label(PreferenceField field) {
        return phrases.say("client.preference." + field);
    }

    /** @param value as it is kept; empty where the client has no wish */
    String value(PreferenceField field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return phrases.say("client.preference.none." + field);
        }
        return switch (field) {
            case LANGUAGE -> phrases.say("client.preference.language", language(value));
            case PAY_RUN -> phrases.say("client.preference.day." + value);
            case LETTERS, STATEMENT, THANKS -> phrases.say("client.preference." + value + "." + field);
            case REGION -> value.toUpperCase(Locale.ROOT);
            case CC -> Format.cut(value.replace(";", ", "), LONGEST);
            case SALUTATION, PURCHASE_ORDER -> Format.cut(value.replaceAll("\\s+", " "), LONGEST);
        };
    }

    private static Map<String, String> language(String tag) {
        return Map.of("name", Format.language(Locale.forLanguageTag(tag)), "tag", tag);
    }
}
