package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.calendar.WorkingDaysFixture;
import java.time.LocalTime;
import java.time.ZoneId;

/** A team that works from Monday to Friday and sends at ten. */
final class MorningsFixture {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private MorningsFixture() {}

    /** Of a client next door. */
    static Mornings of(WorkingDays client) {
        return of(WorkingDaysFixture.mondayToFriday(), LONDON, client, LONDON);
    }

    static Mornings of(WorkingDays team, ZoneId teamZone, WorkingDays client, ZoneId clientZone) {
        return new Mornings(team, LocalTime.of(10, 0), teamZone, SendWindow.parse("09:00-17:00"), client, clientZone);
    }
}
