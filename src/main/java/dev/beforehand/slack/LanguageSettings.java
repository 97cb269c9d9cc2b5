package dev.beforehand.slack;

import dev.beforehand.letters.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param channelLanguage in which Beforehand speaks in channels; empty: in the company's where Slack's texts are in it, and
 *     in English otherwise
 * @param language the company's
 */
@ConfigurationProperties("beforehand")
record LanguageSettings(
        @Nullable String channelLanguage,
        @DefaultValue("en") String language) {

    LanguageSettings {
        if (channelLanguage != null
                && !channelLanguage.isBlank()
                && Language.offered(channelLanguage).isEmpty()) {
            throw new IllegalArgumentException(
                    "beforehand.channel-language is '%s', in which there are no texts for Slack; write en or de, or leave it empty."
                            .formatted(channelLanguage));
        }
    }

    Locale ofChannels() {
        return Language.offered(channelLanguage)
                .or(() -> Language.offered(language))
                .orElse(Locale.ENGLISH);
    }
}
