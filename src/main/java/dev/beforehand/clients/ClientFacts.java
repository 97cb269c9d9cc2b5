package dev.beforehand.clients;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** What a list of clients says of one of them; {@link Fact#isTold} tells an empty cell from a column that is not there. */
public record ClientFacts(
        String name,
        Fact<String> contactName,
        Fact<String> contactEmail,
        Fact<String> accountManagerEmail,
        Fact<String> accountManagerName,
        Fact<String> language,
        Fact<String> timeZone,
        Fact<String> country,
        Fact<String> region,
        Fact<String> tag,
        Wishes wishes) {

    /** What it says of the client's preferences. */
    public record Wishes(
            Fact<String> ccEmails,
            Fact<DayOfWeek> payRun,
            Fact<String> purchaseOrder,
            Fact<Boolean> letterPerInvoice,
            Fact<Boolean> statement,
            Fact<String> salutation,
            Fact<Boolean> thanks) {

        Preferences or(Preferences before) {
            return new Preferences(
                    ccEmails.or(before.ccEmails()),
                    payRun.or(before.payRun()),
                    purchaseOrder.or(before.purchaseOrder()),
                    letterPerInvoice.or(before.letterPerInvoice(), false),
                    statement.or(before.statement(), false),
                    salutation.or(before.salutation()),
                    thanks.or(before.thanks(), true));
        }
    }

    /** A cell, which may be empty, or none at all. */
    public record Fact<T>(boolean isTold, @Nullable T value) {

        public static <T> Fact<T> notTold() {
            return new Fact<>(false, null);
        }

        public static <T> Fact<T> told(@Nullable T value) {
            return new Fact<>(true, value);
        }

        @Nullable
        T or(@Nullable T before) {
            return isTold ? value : before;
        }

        T or(T before, T whereEmpty) {
            var after = or(before);
            return after == null ? whereEmpty : after;
        }
    }
}
