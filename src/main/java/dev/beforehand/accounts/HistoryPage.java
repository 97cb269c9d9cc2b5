package dev.beforehand.accounts;

import dev.beforehand.activity.Activity.Kind;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Some of what happened, the newest first, and whether there is more on either side. */
public record HistoryPage(List<Event> events, boolean hasNewer, boolean hasOlder) {

    /** Where an event stands in the history of its client: what happens later moves it not. */
    public record Place(long at, long id) {}

    /**
     * One thing that was done.
     *
     * @param actor the colleague; empty where Beforehand did it by itself, or the client did
     * @param invoice its number; empty where it is about the client
     * @param owner who sees to a dispute from then on; empty where it was not handed over
     * @param link where it can be read in full; empty: nowhere
     */
    public record Event(
            Place place,
            Instant at,
            Kind kind,
            String source,
            @Nullable String actor,
            @Nullable String invoice,
            @Nullable Money amount,
            String detail,
            @Nullable String owner,
            @Nullable String link) {}
}
