package dev.beforehand.calendar;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Work that is done once on each of the team's working days. It may be asked again for the same day, by a restart or by
 * another instance, and must then do nothing twice.
 */
public interface DailyJob {

    /** A short name without spaces, unique among the jobs; it stands in the database. */
    String name();

    /** From when on, in the team's zone. */
    LocalTime time();

    /** Throws where it could not be done; the later jobs of the day then wait for it, and it is tried again in a minute. */
    void run(LocalDate day);
}
