package dev.beforehand.calendar;

import java.time.ZoneId;

/** Working days for tests of other rooms. */
public final class WorkingDaysFixture {

    private WorkingDaysFixture() {}

    public static WorkingDays mondayToFriday() {
        return of("MON-FRI", null);
    }

    public static WorkingDays of(String days, String holidays) {
        return new CalendarSettings(ZoneId.of("Europe/London"), holidays, new CalendarSettings.Digest(days)).teamDays();
    }
}
