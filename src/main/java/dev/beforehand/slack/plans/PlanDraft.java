package dev.beforehand.slack.plans;

import dev.beforehand.plans.PlanTerms;
import dev.beforehand.plans.PlanTerms.Interval;
import dev.beforehand.slack.FormFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is filled into the form so far.
 *
 * @param firstOn empty where no day is chosen
 */
record PlanDraft(
        CurrencyUnit currency, int instalments, @Nullable LocalDate firstOn, Interval interval) {

    static final String FIELD = "plan:form:";
    static final String CURRENCY = FIELD + "currency";
    static final String INSTALMENTS = FIELD + "instalments";
    static final String FIRST_ON = FIELD + "first";
    static final String INTERVAL = FIELD + "interval";

    /** What the form begins with: three months from a week ahead. */
    static PlanDraft first(CurrencyUnit currency, LocalDate today) {
        return new PlanDraft(currency, 3, today.plusWeeks(1), Interval.MONTHLY);
    }

    /** @param only the currency where there was nothing to choose */
    static PlanDraft read(FormFields fields, CurrencyUnit only) {
        var currency = fields.option(CURRENCY);
        var instalments = fields.option(INSTALMENTS);
        var interval = fields.option(INTERVAL);
        return new PlanDraft(
                currency == null ? only : CurrencyUnit.of(currency),
                instalments == null ? 0 : Integer.parseInt(instalments),
                firstOn(fields),
                interval == null ? Interval.MONTHLY : Interval.valueOf(interval));
    }

    @Nullable
    PlanTerms terms() {
        return firstOn == null ? null : new PlanTerms(instalments, firstOn, interval);
    }

    private static @Nullable LocalDate firstOn(FormFields fields) {
        try {
            return fields.date(FIRST_ON);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
