package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.PreferenceWords;
import dev.beforehand.mail.MailAddress;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads how a client wants to be written to. */
final class PreferenceText {

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Set<String> COMBINED = Set.of("combined", "together", "gesammelt");
    private static final Set<String> PER_INVOICE =
            Set.of("perinvoice", "oneperinvoice", "separate", "jerechnung", "prorechnung", "einzeln");

    private PreferenceText() {}

    static String address(ClientField field, String text) {
        if (!MailAddress.isValid(text)) {
            throw new RowRefused(field, text, "ledger.remedy.address");
        }
        return text;
    }

    /** Addresses apart by semicolons, commas or line breaks. */
    static String copies(String text) {
        var addresses = PreferenceWords.addresses(text);
        addresses.forEach(address -> address(ClientField.CC, address));
        if (addresses.isEmpty() || addresses.size() > PreferenceWords.MOST_COPIES) {
            throw new RowRefused(
                    ClientField.CC, text, "ledger.remedy.addresses", Map.of("most", PreferenceWords.MOST_COPIES));
        }
        return PreferenceWords.joined(addresses);
    }

    static DayOfWeek weekday(String text) {
        var day = WEEKDAYS.get(Heading.plain(text));
        if (day == null) {
            throw new RowRefused(ClientField.PAY_RUN, text, "ledger.remedy.weekday");
        }
        return day;
    }

    static boolean letterPerInvoice(String text) {
        var plain = Heading.plain(text);
        if (!COMBINED.contains(plain) && !PER_INVOICE.contains(plain)) {
            throw new RowRefused(ClientField.LETTERS, text, "ledger.remedy.letters");
        }
        return PER_INVOICE.contains(plain);
    }

    static String salutation(String text) {
        var words = CellReader.text(ClientField.SALUTATION, PreferenceWords.salutation(text));
        if (PreferenceWords.isTitle(words)) {
            throw new RowRefused(ClientField.SALUTATION, text, "ledger.remedy.salutation");
        }
        return words;
    }

    private static Map<String, DayOfWeek> weekdays() {
        var names = new HashMap<String, DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                for (var style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    names.put(Heading.plain(day.getDisplayName(style, language)), day);
                }
            }
        }
        return Map.copyOf(names);
    }
}
