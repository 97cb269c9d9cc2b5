package dev.beforehand.accounts;

import dev.beforehand.clients.ClientId;
import java.util.List;
import org.joda.money.Money;

/** What many clients owe together, a currency at a time: amounts in several are never compared. */
public final class Portfolio {

    private Portfolio() {}

    /** By what the clients are listed. */
    public enum Order {
        OPEN,
        LATE
    }

    /** On which side of a place in the list a page lies. */
    public enum Direction {
        BEFORE,
        AFTER
    }

    /** All that is open in one currency. */
    public record Sum(int clients, int invoices, Money open, Money late) {}

    /** @param daysLate of the oldest open invoice; 0 where nothing is late */
    public record Line(ClientId client, String name, Money open, Money late, int daysLate) {

        /** The place of this line in the list. */
        public From from(Direction direction, Order order) {
            return new From(direction, (order == Order.LATE ? late : open).getAmountMinorLong(), client);
        }
    }

    /** Where a page begins: at no row number, so that it stays where it is while others pay. */
    public record From(Direction direction, long amount, ClientId client) {

        /** @param text as {@link #toString} wrote it */
        public static From of(String text) {
            var parts = text.split(":", 3);
            return new From(
                    Direction.valueOf(parts[0]), Long.parseLong(parts[1]), new ClientId(Long.parseLong(parts[2])));
        }

        @Override
        public String toString() {
            return direction + ":" + amount + ":" + client;
        }
    }

    public record Page(List<Line> lines, boolean before, boolean after) {}
}
