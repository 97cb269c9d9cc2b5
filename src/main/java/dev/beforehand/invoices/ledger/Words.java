package dev.beforehand.invoices.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words in a ledger's cells mean: states, kinds of documents, yes and no. Remembers what it was asked. */
final class Words {

    private static final int REMEMBERED = 1000;
    private static final Set<String> NOTHING = Set.of("", "-", "--", "n/a", "N/A", "null", "NULL", "none", "None");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "ja", "j", "disputed", "indispute");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein", "notdisputed");
    private static final String[] OTHER_KINDS = {
        "credit", "gutschrift", "payment", "zahlung", "refund", "estimate", "quote", "angebot", "statement"
    };
    private static final Set<String> MORE_OTHER_KINDS =
            Set.of("bill", "journal", "journalentry", "deposit", "expense", "check", "salesreceipt", "receipt");

    private final Map<String, InvoiceStatus> chosen;
    private final Map<String, InvoiceStatus> statuses = new HashMap<>();
    private final Map<String, Boolean> invoices = new HashMap<>();

    /** @param chosen what the settings say of the ledger's own words */
    Words(Map<String, InvoiceStatus> chosen) {
        this.chosen = chosen;
    }

    /** Whether a cell is empty, or says that it is. */
    static boolean isNothing(String text) {
        return NOTHING.contains(text);
    }

    @Nullable
    InvoiceStatus status(String text) {
        if (isNothing(text)) {
            return null;
        }
        var status = statuses.get(text);
        if (status == null) {
            status = InvoiceStatus.of(text, chosen);
            if (status == null) {
                throw new RowRefused(
                        Field.STATUS,
                        text,
                        "ledger.remedy.status",
                        Map.of("setting", "beforehand.ledger.statuses." + Heading.plain(text)));
            }
            remember(statuses, text, status);
        }
        return status;
    }

    /** Whether a row of this kind is an invoice; it is one unless the word says otherwise. */
    boolean isInvoice(String kind) {
        var known = invoices.get(kind);
        if (known == null) {
            known = !isOther(Heading.plain(kind));
            remember(invoices, kind, known);
        }
        return known;
    }

    private static boolean isOther(String plain) {
        for (var other : OTHER_KINDS) {
            if (plain.contains(other)) {
                return true;
            }
        }
        return MORE_OTHER_KINDS.contains(plain);
    }

    static boolean isYes(Heading field, String text) {
        if (isNothing(text) || isOneOf(NO, text)) {
            return false;
        }
        if (isOneOf(YES, text)) {
            return true;
        }
        throw new RowRefused(field, text, "ledger.remedy.yes-or-no");
    }

    static boolean isYesOrNo(String text) {
        return text.length() > 1 && !Character.isDigit(text.charAt(0)) && (isOneOf(YES, text) || isOneOf(NO, text));
    }

    private static boolean isOneOf(Set<String> words, String text) {
        return words.contains(text) || words.contains(Heading.plain(text));
    }

    private static <T> void remember(Map<String, T> known, String text, T meaning) {
        if (known.size() < REMEMBERED) {
            known.put(text, meaning);
        }
    }
}
