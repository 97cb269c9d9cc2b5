package dev.beforehand.invoices.ledger;

import dev.beforehand.calendar.Regions;
import dev.beforehand.clients.PreferenceWords;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads where a client is, and what is spoken there. */
final class PlaceText {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> COUNTRY_NAMES = countryNames();

    private PlaceText() {}

    static String language(String text) {
        return PreferenceWords.language(text)
                .orElseThrow(() -> new RowRefused(ClientField.LANGUAGE, text, "ledger.remedy.language"));
    }

    static String zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return text;
        }
        throw new RowRefused(ClientField.TIME_ZONE, text, "ledger.remedy.time-zone");
    }

    static String country(String text) {
        var code = text.toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(code)) {
            return code;
        }
        var named = COUNTRY_NAMES.get(Heading.plain(text));
        if (named == null) {
            throw new RowRefused(ClientField.COUNTRY, text, "ledger.remedy.country");
        }
        return named;
    }

    /** @param country as the same row has it; empty where it has none */
    static String region(String text, String country) {
        if (Words.isNothing(country)) {
            throw new RowRefused(ClientField.REGION, text, "ledger.remedy.region-alone");
        }
        var code = country(country);
        return Regions.code(code, text).orElseThrow(() -> noRegion(text, code));
    }

    private static RowRefused noRegion(String text, String country) {
        return new RowRefused(
                ClientField.REGION,
                text,
                Regions.of(country).isEmpty() ? "ledger.remedy.no-regions" : "ledger.remedy.region",
                Map.of("country", country, "known", List.copyOf(Regions.of(country))));
    }

    private static Map<String, String> countryNames() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            names.put(Heading.plain(country.getDisplayCountry(Locale.ENGLISH)), code);
            names.put(Heading.plain(country.getDisplayCountry(Locale.GERMAN)), code);
            names.put(Heading.plain(country.getISO3Country()), code);
        }
        names.put("uk", "GB");
        return Map.copyOf(names);
    }
}
