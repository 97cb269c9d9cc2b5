package dev.beforehand.invoices.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a ledger's word for an invoice's state means. */
enum InvoiceStatus {
    OPEN("open unpaid outstanding sent viewed overdue due partial partiallypaid partpaid authorised authorized"
            + " awaitingpayment approved issued finalized finalised pastdue notpaid current offen faellig fallig"
            + " ueberfaellig uberfallig teilbezahlt teilweisebezahlt versendet gemahnt no false nein"),
    PAID("paid paidinfull fullypaid closed settled deposited bezahlt beglichen erledigt yes true ja"),
    VOID(
            "void voided cancelled canceled deleted uncollectible writtenoff baddebt forgiven storniert ausgebucht geloescht"
                    + " geloscht credited fullycredited creditnote gutgeschrieben gutschrift"),
    /** Not sent to the client, so not owed. */
    DRAFT("draft submitted awaitingapproval pending planned entwurf");

    private static final Map<String, InvoiceStatus> KNOWN = known();

    private final String words;

    InvoiceStatus(String words) {
        this.words = words;
    }

    /** Empty where nobody knows the word; then nothing may be assumed. */
    static @Nullable InvoiceStatus of(String word, Map<String, InvoiceStatus> chosen) {
        var plain = Heading.plain(word);
        var status = chosen.get(plain);
        if (status == null) {
            status = KNOWN.get(plain);
        }
        return status != null ? status : ofSentence(plain);
    }

    /** QuickBooks writes 'Overdue 5 days', 'Due in 3 days' and 'Partially paid, $20 left'. */
    private static @Nullable InvoiceStatus ofSentence(String plain) {
        boolean open = plain.startsWith("overdue")
                || plain.startsWith("duein")
                || plain.startsWith("duetoday")
                || plain.startsWith("partiallypaid")
                || plain.startsWith("dueon");
        return open ? OPEN : null;
    }

    private static Map<String, InvoiceStatus> known() {
        var known = new HashMap<String, InvoiceStatus>();
        for (var status : values()) {
            for (var word : status.words.split(" ")) {
                known.put(word, status);
            }
        }
        return Map.copyOf(known);
    }
}
