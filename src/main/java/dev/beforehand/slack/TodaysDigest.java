package dev.beforehand.slack;

/** The morning digest as it stands in its channel. */
public interface TodaysDigest {

    /** Posts today's digest where it was not posted yet, and brings it up to date where it was. */
    Reply<Posted> show();
}
