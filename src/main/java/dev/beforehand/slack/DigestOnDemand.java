package dev.beforehand.slack;

/** Shows the morning digest to somebody who asks for it. */
public interface DigestOnDemand {

    /** Posts today's digest where it does not stand yet, and brings it up to date where it does. Not within a transaction. */
    Reply<Posted> show();
}
