package dev.beforehand.slack.agreements;

import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a promise: what was promised, or a sentence beside each field that cannot stand. Pure. */
public final class PromiseReader {

    private final FormFields fields;
    private final Totals open;
    private final LocalDate today;
    private final Phrases phrases;
    private final Map<String, String> errors;

    /**
     * @param open what is owed on the invoices that it is about
     * @param errors takes the sentences, by field
     */
    public PromiseReader(FormFields fields, Totals open, LocalDate today, Phrases phrases, Map<String, String> errors) {
        this.fields = fields;
        this.open = open;
        this.today = today;
        this.phrases = phrases;
        this.errors = errors;
    }

    /**
     * The amount is filled in for convenience, so it means a promise only beside a day.
     *
     * @param needed whether a form without a promise cannot stand
     * @return empty where none was made, or it cannot stand
     */
    public @Nullable Promised read(boolean needed) {
        var day = day(needed);
        var amount = day == null ? null : amount();
        return day == null || amount == null ? null : new Promised(amount, day);
    }

    private @Nullable LocalDate day(boolean needed) {
        try {
            var day = fields.date(PromiseFields.DAY);
            if (day == null && (needed || anAmountWasTyped())) {
                wrong(PromiseFields.DAY, "promise.error.day");
            } else if (day != null && day.isBefore(today)) {
                wrong(PromiseFields.DAY, "promise.error.day-past", Map.of("today", Format.day(today)));
            } else if (day != null && day.isAfter(today.plusYears(1))) {
                wrong(PromiseFields.DAY, "promise.error.day-far");
            } else if (day != null && open.isEmpty()) {
                wrong(PromiseFields.DAY, "promise.error.nothing-owed");
            } else {
                return day;
            }
        } catch (DateTimeException e) {
            wrong(PromiseFields.DAY, "promise.error.no-day");
        }
        return null;
    }

    /** Other than the balance that stood there when the form was opened. */
    private boolean anAmountWasTyped() {
        var typed = fields.text(PromiseFields.AMOUNT);
        var filledIn = open.amounts().size() == 1
                ? open.amounts().getFirst().getAmount().toPlainString()
                : "";
        return !typed.isEmpty() && !typed.equals(filledIn);
    }

    private @Nullable Money amount() {
        var owed = open.in(currency());
        if (owed.isZero()) {
            var currency = owed.getCurrencyUnit().getCode();
            wrong(PromiseFields.CURRENCY, "promise.error.currency", Map.of("currency", currency));
            return null;
        }
        try {
            var typed = fields.number(PromiseFields.AMOUNT);
            return typed == null ? owed : within(owed, typed);
        } catch (NumberFormatException e) {
            wrong(PromiseFields.AMOUNT, "promise.error.no-amount");
            return null;
        }
    }

    private @Nullable Money within(Money owed, BigDecimal typed) {
        var plain = typed.stripTrailingZeros();
        if (plain.signum() <= 0) {
            wrong(PromiseFields.AMOUNT, "promise.error.amount-small");
        } else if (typed.compareTo(owed.getAmount()) > 0) {
            wrong(PromiseFields.AMOUNT, "promise.error.amount-large", Map.of("owed", Format.money(owed)));
        } else if (plain.scale() > owed.getScale()) {
            wrong(
                    PromiseFields.AMOUNT,
                    "promise.error.amount-fine",
                    Map.of("currency", owed.getCurrencyUnit().getCode()));
        } else {
            return Money.of(owed.getCurrencyUnit(), plain);
        }
        return null;
    }

    /** The only one, or the one that was chosen. */
    private CurrencyUnit currency() {
        var chosen = fields.option(PromiseFields.CURRENCY);
        return chosen == null ? open.amounts().getFirst().getCurrencyUnit() : CurrencyUnit.of(chosen);
    }

    private void wrong(String field, String key) {
        wrong(field, key, Map.of());
    }

    private void wrong(String field, String key, Map<String, ?> values) {
        errors.put(field, phrases.say(key, values));
    }
}
