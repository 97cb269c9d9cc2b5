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

    /** Somebody wants none of that day's letters to leave: what is planned for it from now on waits for a person. */
    void held(LocalDate day) {
        note(day, "held_at");
    }

    boolean isHeld(LocalDate day) {
        return noted(day, "held_at").isPresent();
    }

    /**
     * Lets those go whose own hour has come, unless all of that day were held; until then people may change them.
     *
     * @param looked when a digest that lists them must have stood by: that of their own day, or of this one
     */
    void release(LocalDate day, Instant looked) {
        jdbc.sql("""
                        update reminder set state = 'PENDING', changed_at = :now
                        where state = 'PLANNED' and leaves_at <= :now and exists (select 1 from letter_day d
                            where d.day in (reminder.day, :day) and d.listed_at <= :looked)
                        and not exists (select 1 from letter_day h where h.day = :day and h.held_at is not null)""")
                .param("now", clock.millis())
                .param("day", day)
                .param("looked", looked.toEpochMilli())
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
