package dev.beforehand.database;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it; it begins on Monday, 17 June 2013, at 08:30 in London. */
@Primary
public class TestClock extends Clock {

    public static final LocalDate MONDAY = LocalDate.of(2013, 6, 17);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Instant now = at(MONDAY, LocalTime.of(8, 30));

    public void moveTo(LocalDate day, LocalTime time) {
        now = at(day, time);
    }

    @Override
    public ZoneId getZone() {
        return LONDON;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LONDON).toInstant();
    }
}
