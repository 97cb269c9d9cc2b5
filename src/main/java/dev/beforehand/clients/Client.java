package dev.beforehand.clients;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A company that owes money.
 *
 * @param nameKey the name as it is compared: two spellings that differ in case and spaces only are one client
 * @param accountManagerId the colleague who looks after it; empty where nobody does
 * @param language a language tag like {@code de-CH}; empty: the company's own
 * @param timeZone a zone id; empty: the team's own
 * @param country an ISO 3166 code
 */
public record Client(
        @Id ClientId id,
        String name,
        String nameKey,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable ColleagueId accountManagerId,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String country) {

    /** Whom to write to; empty where nobody is known. */
    public @Nullable Contact contact() {
        return contactEmail == null ? null : new Contact(contactName, contactEmail);
    }

    /** Its language, as it is written in its country where the language itself does not say. */
    public Locale localeOr(Locale company) {
        if (language == null) {
            return company;
        }
        var locale = Locale.forLanguageTag(language);
        return locale.getCountry().isEmpty() && country != null && country.matches("[A-Za-z]{2}")
                ? new Locale.Builder().setLocale(locale).setRegion(country).build()
                : locale;
    }
}
