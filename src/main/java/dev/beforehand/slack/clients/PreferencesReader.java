package dev.beforehand.slack.clients;

import dev.beforehand.clients.PreferenceField;
import dev.beforehand.clients.PreferenceWords;
import dev.beforehand.letters.Phrases;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the form of preferences; what is wrong with a field is said beside it. */
@Component
class PreferencesReader {

    private final Phrases phrases;

    PreferencesReader(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param errors by field; none where all can be saved */
    record Read(Map<PreferenceField, @Nullable String> wanted, Map<String, String> errors) {}

    Read read(FormFields form, Set<PreferenceField> fields) {
        var wanted = new EnumMap<PreferenceField, @Nullable String>(PreferenceField.class);
        var errors = new HashMap<String, String>();
        for (var field : fields) {
            try {
                wanted.put(field, value(field, form));
            } catch (IllegalArgumentException wrong) {
                errors.put(field.name(), String.valueOf(wrong.getMessage()));
            }
        }
        return new Read(wanted, errors);
    }

    private @Nullable String value(PreferenceField field, FormFields form) {
        return switch (field) {
            case LANGUAGE -> language(form.text(field.name()));
            case SALUTATION -> salutation(form.text(field.name()));
            case CC -> copies(form.text(field.name()));
            case PURCHASE_ORDER -> orNull(form.text(field.name()));
            case REGION, PAY_RUN -> {
                var chosen = form.option(field.name());
                yield PreferencesView.NONE.equals(chosen) ? null : chosen;
            }
            case LETTERS, STATEMENT, THANKS -> form.option(field.name());
        };
    }

    private @Nullable String language(String text) {
        return text.isEmpty() ? null : PreferenceWords.language(text).orElseThrow(() -> wrong("language", text));
    }

    private @Nullable String salutation(String text) {
        var words = PreferenceWords.salutation(text);
        if (PreferenceWords.isTitle(words)) {
            throw wrong("salutation", text);
        }
        return orNull(words);
    }

    private @Nullable String copies(String text) {
        var addresses = PreferenceWords.addresses(text);
        addresses.stream()
                .filter(address -> !MailAddress.isValid(address))
                .findFirst()
                .ifPresent(address -> {
                    throw wrong("cc", address);
                });
        if (addresses.size() > PreferenceWords.MOST_COPIES) {
            throw wrong("copies", Integer.toString(addresses.size()));
        }
        return orNull(PreferenceWords.joined(addresses));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private IllegalArgumentException wrong(String what, String text) {
        return new IllegalArgumentException(phrases.say("client.error." + what, Map.of("text", Format.cut(text, 60))));
    }
}
