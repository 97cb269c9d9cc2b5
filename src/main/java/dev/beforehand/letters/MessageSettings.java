package dev.beforehand.letters;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param messages a folder on disk whose files replace the packaged ones of the same name; empty for none
 * @param language the company's language and, where wanted, country ({@code en}, {@code de-AT}): for letters to clients
 *     whose own is not known or has no letters
 */
@ConfigurationProperties("beforehand")
record MessageSettings(
        @Nullable String messages, @DefaultValue("en") String language) {

    Locale companyLocale() {
        return Locale.forLanguageTag(language.strip().replace('_', '-'));
    }
}
