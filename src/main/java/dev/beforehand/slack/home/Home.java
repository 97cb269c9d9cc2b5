package dev.beforehand.slack.home;

import dev.beforehand.accounts.Portfolio.From;
import dev.beforehand.accounts.Portfolio.Order;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How somebody has set up their Home.
 *
 * @param currency of the list of clients; empty: that with the most invoices
 * @param page where the list of clients goes on; empty: at its beginning
 */
record Home(
        String person,
        Whose whose,
        Order order,
        boolean onlyLate,
        @Nullable CurrencyUnit currency,
        @Nullable From page,
        Tour tour) {

    /** Whose clients it is about. */
    enum Whose {
        MINE,
        ALL
    }

    /** @param step 0 where it has not begun */
    record Tour(int step, boolean open) {

        static final int STEPS = 5;

        /** Offered, and neither begun nor declined. */
        static final Tour OFFERED = new Tour(0, true);

        boolean isOffered() {
            return open && step == 0;
        }

        boolean isUnderWay() {
            return open && step > 0;
        }

        Tour at(int step) {
            return new Tour(Math.clamp(step, 1, STEPS), true);
        }

        /** Taken up where it was left. */
        Tour takenUp() {
            return at(step);
        }

        Tour left() {
            return new Tour(step, false);
        }

        /** Over; taken up again, it begins anew. */
        Tour ended() {
            return new Tour(0, false);
        }
    }

    static Home first(String person, Whose whose) {
        return new Home(person, whose, Order.OPEN, false, null, null, Tour.OFFERED);
    }

    Home of(Whose whose) {
        return new Home(person, whose, order, onlyLate, null, null, tour);
    }

    Home by(Order order) {
        return new Home(person, whose, order, onlyLate, currency, null, tour);
    }

    Home onlyLate(boolean onlyLate) {
        return new Home(person, whose, order, onlyLate, currency, null, tour);
    }

    Home in(CurrencyUnit currency) {
        return new Home(person, whose, order, onlyLate, currency, null, tour);
    }

    Home on(From page) {
        return new Home(person, whose, order, onlyLate, currency, page, tour);
    }

    Home with(Tour tour) {
        return new Home(person, whose, order, onlyLate, currency, page, tour);
    }

    @Nullable
    String currencyCode() {
        return currency == null ? null : currency.getCode();
    }

    @Nullable
    String pageText() {
        return page == null ? null : Objects.toString(page);
    }
}
