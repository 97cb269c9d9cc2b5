package dev.beforehand.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the letters of each day have come. */
@Repository
class LetterDays {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterDays(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing kept the letters of that day back when they were planned. */
    void planned(LocalDate day) {
        note(day, "planned_at");
    }

    boolean isPlanned(LocalDate day) {
        return noted(day, "planned_at").isPresent();
    }

    /** The day's digest lists them; the first time counts. */
    void listed(LocalDate day) {
        note(day, "listed_at");
    }

    Optional<Instant> listedAt(LocalDate day) {
        return noted(day, "listed_at");
    }

    /**
     * Lets those of the day go whose own hour has come; until then people may change them. Those whose hour comes only on a
     * later day go with them, because what has not gone by the end of its day has missed it.
     */
    void release(LocalDate day) {
        jdbc.sql("""
                        update reminder set state = 'PENDING', changed_at = :now
                        where state = 'PLANNED' and day = :day and (leaves_at <= :now or leaves_at >= :over)""")
                .param("now", clock.millis())
                .param("day", day)
                .param(
                        "over",
                        day.plusDays(1)
                                .atStartOfDay(clock.getZone())
                                .toInstant()
                                .toEpochMilli())
                .update();
    }

    private void note(LocalDate day, String what) {
        jdbc.sql(
                        "insert into letter_day (day, %1$s) values (?, ?) on conflict (day) do update set %1$s = coalesce(letter_day.%1$s, excluded.%1$s)"
                                .formatted(what))
                .params(day, clock.millis())
                .update();
    }

    private Optional<Instant> noted(LocalDate day, String what) {
        return jdbc.sql("select %1$s from letter_day where day = ? and %1$s is not null".formatted(what))
                .param(day)
                .query((row, number) -> Instant.ofEpochMilli(row.getLong(what)))
                .optional();
    }
}
