package dev.beforehand.checkins;

import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A promise to pay, made in a check-in; it covers those of the check-in's invoices that are in its currency and were in
 * the check-in when it was made. A newer promise in the
 * same check-in and currency cancels it.
 */
public record Promise(
        @Nullable @Id Long id,
        CheckInId checkInId,
        ColleagueId authorId,
        Instant madeAt,
        LocalDate promisedOn,
        long amount,
        CurrencyUnit currency,
        State state) {

    /** Whether it still counts; kept or broken is a matter of dates and payments. */
    public enum State {
        ACTIVE,
        CANCELLED
    }

    /** What was promised. */
    public Money money() {
        return Money.ofMinor(currency, amount);
    }
}
