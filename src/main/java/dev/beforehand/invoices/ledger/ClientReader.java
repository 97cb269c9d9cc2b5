package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ClientFacts;
import dev.beforehand.clients.ClientFacts.Fact;
import dev.beforehand.mail.MailAddress;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes a client's facts of a row. */
final class ClientReader {

    private static final int LONGEST_NAME = 200;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> COUNTRY_NAMES = countryNames();

    private final Columns columns;

    ClientReader(Columns columns) {
        this.columns = columns;
    }

    /** @throws RowRefused where it cannot be read */
    ClientFacts read(Row row) {
        var name = row.text(ClientField.NAME);
        CellReader.checkText(ClientField.NAME, name, LONGEST_NAME);
        return new ClientFacts(
                CellReader.inOneLine(name),
                fact(row, ClientField.CONTACT_NAME, text -> text(ClientField.CONTACT_NAME, text)),
                fact(row, ClientField.CONTACT_EMAIL, text -> address(ClientField.CONTACT_EMAIL, text)),
                fact(row, ClientField.MANAGER_EMAIL, text -> address(ClientField.MANAGER_EMAIL, text)),
                fact(row, ClientField.MANAGER_NAME, text -> text(ClientField.MANAGER_NAME, text)),
                fact(row, ClientField.LANGUAGE, ClientReader::language),
                fact(row, ClientField.TIME_ZONE, ClientReader::zone),
                fact(row, ClientField.COUNTRY, ClientReader::country));
    }

    private Fact fact(Row row, ClientField field, UnaryOperator<String> read) {
        if (!columns.has(field)) {
            return Fact.NOT_TOLD;
        }
        var text = row.text(field);
        return Words.isNothing(text) ? Fact.told(null) : Fact.told(read.apply(text));
    }

    private static String text(ClientField field, String text) {
        CellReader.checkText(field, text, LONGEST_NAME);
        return CellReader.inOneLine(text);
    }

    private static String address(ClientField field, String text) {
        if (!MailAddress.isValid(text)) {
            throw new RowRefused(field, text, "is no e-mail address. Write one, like accounts@client.example.");
        }
        return text;
    }

    private static String language(String text) {
        try {
            var locale =
                    new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
            if (LANGUAGES.contains(locale.getLanguage())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // Said below.
        }
        throw new RowRefused(ClientField.LANGUAGE, text, "is no language. Write its code, like en or de-CH.");
    }

    private static String zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return text;
        }
        throw new RowRefused(ClientField.TIME_ZONE, text, "is no time zone. Write one like Europe/London.");
    }

    private static String country(String text) {
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
