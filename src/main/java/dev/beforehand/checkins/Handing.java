package dev.beforehand.checkins;

import dev.beforehand.clients.Absence;

/** What became of the wish that somebody has a check-in or has it no more. */
public sealed interface Handing {

    record Done() implements Handing {}

    /** It is not as it was when they were asked. */
    record Overtaken() implements Handing {}

    /** Whoever wants it is neither the holder nor stands in for them. */
    record NotTheirs() implements Handing {}

    record HasItAlready() implements Handing {}

    record ReceiverAway(Absence absence) implements Handing {}
}
