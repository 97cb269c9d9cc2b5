package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ClientFacts;
import dev.beforehand.clients.ClientFacts.Fact;
import dev.beforehand.clients.ClientFacts.Wishes;
import java.util.function.Function;

/** Makes a client's facts of a row. */
final class ClientReader {

    private final Columns columns;

    ClientReader(Columns columns) {
        this.columns = columns;
    }

    /** @throws RowRefused where it cannot be read */
    ClientFacts read(Row row) {
        return new ClientFacts(
                CellReader.text(ClientField.NAME, row.text(ClientField.NAME)),
                text(row, ClientField.CONTACT_NAME),
                address(row, ClientField.CONTACT_EMAIL),
                address(row, ClientField.MANAGER_EMAIL),
                text(row, ClientField.MANAGER_NAME),
                fact(row, ClientField.LANGUAGE, PlaceText::language),
                fact(row, ClientField.TIME_ZONE, PlaceText::zone),
                fact(row, ClientField.COUNTRY, PlaceText::country),
                fact(row, ClientField.REGION, region -> PlaceText.region(region, row.text(ClientField.COUNTRY))),
                text(row, ClientField.TAG),
                wishes(row));
    }

    private Wishes wishes(Row row) {
        return new Wishes(
                fact(row, ClientField.CC, PreferenceText::copies),
                fact(row, ClientField.PAY_RUN, PreferenceText::weekday),
                text(row, ClientField.PURCHASE_ORDER),
                fact(row, ClientField.LETTERS, PreferenceText::letterPerInvoice),
                isYes(row, ClientField.STATEMENT),
                fact(row, ClientField.SALUTATION, PreferenceText::salutation),
                isYes(row, ClientField.THANKS));
    }

    private Fact<String> text(Row row, ClientField field) {
        return fact(row, field, text -> CellReader.text(field, text));
    }

    private Fact<String> address(Row row, ClientField field) {
        return fact(row, field, text -> PreferenceText.address(field, text));
    }

    private Fact<Boolean> isYes(Row row, ClientField field) {
        return fact(row, field, text -> Words.isYes(field, text));
    }

    private <T> Fact<T> fact(Row row, ClientField field, Function<String, T> read) {
        if (!columns.has(field)) {
            return Fact.notTold();
        }
        var text = row.text(field);
        return Words.isNothing(text) ? Fact.told(null) : Fact.told(read.apply(text));
    }
}
