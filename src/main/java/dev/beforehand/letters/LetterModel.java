package dev.beforehand.letters;

import dev.beforehand.money.Totals;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a letter states. Its lines are put in the order of their due dates; the first carries the letter.
 *
 * @param today the day on which the letter leaves
 */
public record LetterModel(Recipient to, Sender from, List<Line> lines, LocalDate today) {

    /**
     * Whom the letter is for.
     *
     * @param contact the name of the person addressed, where it is known
     * @param salutation how the letter begins, without a comma; empty: as its template does
     * @param purchaseOrder the number under which the client books its invoices, where it has one
     * @param locale the client's language and country
     */
    public record Recipient(
            String client,
            @Nullable String contact,
            @Nullable String salutation,
            @Nullable String purchaseOrder,
            Locale locale) {}

    /**
     * Who writes it.
     *
     * @param manager the account manager, in whose name the letter is written
     * @param managerEmail where an answer goes
     */
    public record Sender(String manager, String managerEmail, String company) {}

    /**
     * One invoice.
     *
     * @param balance what is still to be paid of it; in a thank-you, what was paid
     * @param disputed whether the client disputes it: only a statement lists such a one
     */
    public record Line(String number, LocalDate issuedOn, LocalDate dueOn, Money balance, boolean disputed) {

        public Line {
            if (!balance.isPositive()) {
                throw new IllegalArgumentException(
                        "Invoice %s has a balance of %s; a letter is only about more than nothing."
                                .formatted(number, balance));
            }
        }
    }

    public LetterModel {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A letter to %s needs at least one invoice.".formatted(to.client()));
        }
        lines = lines.stream()
                .sorted(Comparator.comparing(Line::dueOn).thenComparing(Line::number))
                .toList();
    }

    /** The oldest invoice: it sets the tone. */
    Line carrying() {
        return lines.getFirst();
    }

    boolean isOverdue() {
        return carrying().dueOn().isBefore(today);
    }

    /**
     * The lines that the letter asks for: all that are overdue, or those that fall due first where none is. The others are
     * listed because they are open, too.
     */
    List<Line> asked() {
        var last = isOverdue() ? today.minusDays(1) : carrying().dueOn();
        return lines.stream().filter(line -> !line.dueOn().isAfter(last)).toList();
    }

    static Totals totals(List<Line> lines) {
        return lines.stream().map(Line::balance).collect(Totals.summing());
    }
}
