package dev.beforehand.slack;

import java.time.LocalTime;
import java.util.Optional;

/** The morning digest as it stands in its channel. */
public interface TodaysDigest {

    /** Where that belongs which is posted today: under it, or in the channel itself while it does not stand. */
    Place place();

    /** The channel itself. */
    Place channel();

    /** From when on it is posted, in the team's zone. */
    LocalTime time();

    /** Under it; empty while it does not stand. */
    default Optional<Place> thread() {
        return Optional.of(place()).filter(place -> place.threadTs() != null);
    }
}
