package dev.beforehand.slack;

import org.jspecify.annotations.Nullable;

/** The morning digest as it stands in its channel. */
public interface TodaysDigest {

    /** Posts today's digest where it was not posted yet, and brings it up to date where it was. */
    Reply<Posted> show();

    /** Where that belongs which is posted today. */
    Place place();

    /** @param threadTs today's digest; empty while it does not stand, and the channel itself is the place */
    record Place(String channel, @Nullable String threadTs) {}
}
