package dev.beforehand.invoices.ledger;

import dev.beforehand.calendar.Regions;
import dev.beforehand.clients.PreferenceWords;
import java.time.ZoneId;
import java.util.HashMap;
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
                .orElseThrow(() -> new RowRefused(
                        ClientField.LANGUAGE, text, "is no language. Write its code, like en or de-CH."));
    }

    static String zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return text;
        }
        throw new RowRefused(ClientField.TIME_ZONE, text, "is no time zone. Write one like Europe/London.");
    }

    static String country(String text) {
        var code = text.toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(code)) {
            return code;
        }
        var named = COUNTRY_NAMES.get(Heading.plain(text));
        if (named == null) {
            throw new RowRefused(ClientField.COUNTRY, text, "is no country. Write its code, like GB.");
        }
        return named;
    }

    /** @param country as the same row has it; empty where it has none */
    static String region(String text, String country) {
        if (Words.isNothing(country)) {
            throw new RowRefused(
                    ClientField.REGION, text, "stands there without its country. Write that too, like GB.");
        }
        var code = country(country);
        return Regions.code(code, text).orElseThrow(() -> new RowRefused(ClientField.REGION, text, remedy(code)));
    }

    private static String remedy(String country) {
        var known = Regions.of(country);
        return known.isEmpty()
                ? "is no region: holidays of %s are known for the whole country only. Leave the cell empty."
                        .formatted(country)
                : "is no region of %s. Write one of %s, or leave the cell empty."
                        .formatted(country, String.join(", ", known));
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
