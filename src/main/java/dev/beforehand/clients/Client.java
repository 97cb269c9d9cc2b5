package dev.beforehand.clients;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A company that owes money.
 *
 * @param nameKey the name as it is compared: two spellings that differ in case and spaces only are one client
 * @param accountManagerId the colleague who looks after it; empty where nobody does
 * @param language a language tag like {@code de-CH}; empty: the company's own
 * @param timeZone a zone id; empty: the team's own
 * @param country an ISO 3166 code
 * @param region a part of the country with holidays of its own, {@code eng} or {@code by}; empty: none is known
 * @param tag the word by which cadences choose their clients; empty: none
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
        @Nullable String country,
        @Nullable String region,
        @Nullable String tag,
        @Embedded.Empty Preferences preferences) {

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

    /** Its time zone; this one where it is not known. */
    public ZoneId zoneOr(ZoneId team) {
        try {
            return timeZone == null ? team : ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            return team;
        }
    }

    /** All addresses to which letters go, in lower case. */
    public List<String> addresses() {
        return Stream.concat(Stream.ofNullable(contactEmail), preferences.cc().stream())
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }
}
