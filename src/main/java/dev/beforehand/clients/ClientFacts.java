package dev.beforehand.clients;

import org.jspecify.annotations.Nullable;

/** What a list of clients says of one of them; {@link Fact#isTold} tells an empty cell from a column that is not there. */
public record ClientFacts(
        String name,
        Fact contactName,
        Fact contactEmail,
        Fact accountManagerEmail,
        Fact accountManagerName,
        Fact language,
        Fact timeZone,
        Fact country) {

    /** A cell, which may be empty, or none at all. */
    public record Fact(boolean isTold, @Nullable String value) {

        public static final Fact NOT_TOLD = new Fact(false, null);

        public static Fact told(@Nullable String value) {
            return new Fact(true, value);
        }

        @Nullable
        String or(@Nullable String before) {
            return isTold ? value : before;
        }
    }
}
