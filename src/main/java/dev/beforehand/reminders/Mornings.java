package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow;
import dev.beforehand.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The dates on which a client can get letters, by its own calendar: each working morning of the team has one. Not every
 * working day of the client is among them: on a client's Friday it may be Saturday where the team is.
 *
 * @param team the team's working days
 * @param hour at which the letters of such a day leave at the earliest, in the team's zone
 * @param window the client's working hours
 * @param client the client's working days
 */
record Mornings(
        WorkingDays team, LocalTime hour, ZoneId teamZone, SendWindow window, WorkingDays client, ZoneId clientZone) {

    /** The last one up to that date. */
    LocalDate lastUpTo(LocalDate date) {
        var morning = team.onOrBefore(latest(date));
        var leaves = leavesOn(morning);
        while (leaves.isAfter(date)) {
            morning = team.before(morning);
            leaves = leavesOn(morning);
        }
        return leaves;
    }

    /** The first one from that date on. */
    LocalDate firstFrom(LocalDate date) {
        var morning = team.onOrAfter(latest(date));
        var first = leavesOn(morning);
        for (var leaves = first; !leaves.isBefore(date); leaves = leavesOn(morning)) {
            first = leaves;
            morning = team.before(morning);
        }
        return first;
    }

    /** What is planned on a later morning cannot leave on that date any more, wherever the client is. */
    private static LocalDate latest(LocalDate date) {
        return date.plusDays(1);
    }

    private LocalDate leavesOn(LocalDate morning) {
        var opens = window.next(morning.atTime(hour).atZone(teamZone).toInstant(), clientZone, client)
                .opens();
        return LocalDate.ofInstant(opens, clientZone);
    }
}
