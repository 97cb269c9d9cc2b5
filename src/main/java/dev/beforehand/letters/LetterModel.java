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
 * @param contact the name of the person addressed, where it is known
 * @param manager the account manager, in whose name the letter is written
 * @param managerEmail where an answer goes
 * @param today the day on which the letter leaves
 * @param locale the client's language and country
 */
public record LetterModel(
        String client,
        @Nullable String contact,
        String manager,
        String managerEmail,
        String company,
        List<Line> lines,
        LocalDate today,
        Locale locale) {

    /** One invoice and what is still to be paid of it. */
    public record Line(String number, LocalDate issuedOn, LocalDate dueOn, Money balance) {

        public Line {
            if (!balance.isPositive()) {
                throw new IllegalArgumentException(
                        "Invoice %s has a balance of %s; a letter asks only for what is open."
                                .formatted(number, balance));
            }
        }

        boolean isOverdue(LocalDate today) {
            return dueOn.isBefore(today);
        }
    }

    public LetterModel {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A letter to %s needs at least one invoice.".formatted(client));
        }
        lines = lines.stream()
                .sorted(Comparator.comparing(Line::dueOn).thenComparing(Line::number))
                .toList();
    }

    /** The oldest invoice: it sets the tone. */
    public Line carrying() {
        return lines.getFirst();
    }

    public Totals totals() {
        return Totals.of(lines.stream().map(Line::balance).toList());
    }

    public Totals overdue() {
        return Totals.of(lines.stream()
                .filter(line -> line.isOverdue(today))
                .map(Line::balance)
                .toList());
    }
}
