package dev.beforehand.practice.delivery;

/** The way by which Slack reaches Beforehand. */
interface Entrance {

    /** Waits for the ack, no longer than Slack does. */
    Ack bring(Parcel parcel);
}
