package dev.beforehand.practice.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the page's address says: who acts, in which room, with which thread or letter open. */
record Address(
        @Nullable String as,
        @Nullable String in,
        @Nullable String thread,
        @Nullable String letter,
        @Nullable String show) {

    static final String MAILBOX = "mailbox";

    private static final String HOME = "home";

    /** Who acts, once the page has settled it. */
    String actor() {
        return Objects.requireNonNull(as, "nobody acts yet");
    }

    Address actingAs(String person) {
        return new Address(person, in, thread, letter, show);
    }

    Address room(String room) {
        return new Address(as, room, null, null, null);
    }

    /** Beside the direct messages with the app. */
    Address home(String room) {
        return new Address(as, room, null, null, HOME);
    }

    Address thread(@Nullable String ts) {
        return new Address(as, in, ts, null, null);
    }

    Address letter(@Nullable String id, @Nullable String way) {
        return new Address(as, MAILBOX, null, id, way);
    }

    boolean isMailbox() {
        return MAILBOX.equals(in);
    }

    boolean isHome() {
        return HOME.equals(show);
    }

    /** The link to it. */
    @Override
    public String toString() {
        var query = new StringBuilder();
        add(query, "as", as);
        add(query, "in", in);
        add(query, "thread", thread);
        add(query, "letter", letter);
        add(query, "show", show);
        return query.isEmpty() ? "/" : "/?" + query;
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
