package dev.beforehand.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.calendar.SendWindow;
import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.checkins.LeasePolicy.Step;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 23rd of November 2026 is a Monday. */
class LeasePolicyTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LeasePolicy POLICY =
            new LeasePolicy(WorkingDaysFixture.of("MON-FRI", "gb/eng"), 2, SendWindow.parse("09:00-17:00"));

    @ParameterizedTest(name = "claimed {0}, not asked yet, now {1}: {2}")
    @CsvSource({
        "2026-11-23T09:10, 2026-11-24T10:00, WAIT",
        "2026-11-23T09:10, 2026-11-25T08:59, WAIT",
        "2026-11-23T09:10, 2026-11-25T09:00, ASK",
        "2026-11-23T16:59, 2026-11-25T09:00, ASK",
        "2026-11-23T09:10, 2026-11-25T17:00, WAIT",
        // Over a weekend.
        "2026-11-26T09:10, 2026-11-28T10:00, WAIT",
        "2026-11-26T09:10, 2026-11-29T10:00, WAIT",
        "2026-11-26T09:10, 2026-11-30T09:00, ASK",
        "2026-11-28T12:00, 2026-11-30T16:00, WAIT",
        "2026-11-28T12:00, 2026-12-01T09:00, ASK",
        // Over Christmas Day, a weekend, and Boxing Day on the Monday after it.
        "2026-12-23T09:10, 2026-12-28T10:00, WAIT",
        "2026-12-23T09:10, 2026-12-29T09:00, ASK",
    })
    void aLeaseLastsTwoWorkingDaysAndEndsInWorkingHours(LocalDateTime from, LocalDateTime now, Step step) {
        assertThat(POLICY.next(lease(from, 0, null, null), now.atZone(LONDON))).isEqualTo(step);
    }

    @ParameterizedTest(name = "asked {0} times, the last time {1}, shown {2}, now {3}: {4}")
    @CsvSource({
        "1, 2026-11-25T09:00, 2026-11-25T09:00, 2026-11-25T16:00, WAIT",
        "1, 2026-11-25T09:00, 2026-11-25T09:00, 2026-11-26T08:00, WAIT",
        "1, 2026-11-25T09:00, 2026-11-25T09:00, 2026-11-26T09:00, ASK",
        "2, 2026-11-26T09:00, 2026-11-26T09:00, 2026-11-27T09:00, ASK",
        "3, 2026-11-27T09:00, 2026-11-27T09:00, 2026-11-27T16:59, WAIT",
        "3, 2026-11-27T09:00, 2026-11-27T09:00, 2026-11-28T10:00, WAIT",
        "3, 2026-11-27T09:00, 2026-11-27T09:00, 2026-11-30T09:00, TAKE_BACK",
        // Nobody was silent about what Slack has not shown.
        "1, 2026-11-25T09:00, , 2026-11-27T09:00, WAIT",
        "3, 2026-11-27T09:00, , 2026-11-30T08:59, WAIT",
        // What it has not shown for three days it never will.
        "1, 2026-11-25T09:00, , 2026-11-30T09:00, ASK",
        "3, 2026-11-27T09:00, , 2026-11-30T09:00, TAKE_BACK",
        "3, 2026-11-27T09:00, 2026-11-30T08:30, 2026-11-30T09:00, WAIT",
        "3, 2026-11-27T09:00, 2026-11-30T08:30, 2026-11-30T09:30, TAKE_BACK",
    })
    void onceADayAndThreeTimesAtMostAndThenItIsTakenBack(
            int asked, LocalDateTime askedAt, LocalDateTime shown, LocalDateTime now, Step step) {
        var lease = lease(LocalDateTime.parse("2026-11-23T09:10"), asked, askedAt, shown);

        assertThat(POLICY.next(lease, now.atZone(LONDON))).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-11-25T09:00:00Z, WAIT",
        "America/New_York, 2026-11-25T14:00:00Z, ASK",
        "Asia/Tokyo, 2026-11-25T00:00:00Z, ASK",
        "Asia/Tokyo, 2026-11-25T09:00:00Z, WAIT",
    })
    void theHoursAreThoseWhereTheHolderIs(ZoneId zone, Instant now, Step step) {
        assertThat(POLICY.next(lease(LocalDateTime.parse("2026-11-23T12:00"), 0, null, null), now.atZone(zone)))
                .isEqualTo(step);
    }

    private static Lease lease(LocalDateTime from, int asked, LocalDateTime askedAt, LocalDateTime shown) {
        return new Lease(
                new CheckInId(17), new ColleagueId(3), inLondon(from), asked, inLondon(askedAt), inLondon(shown));
    }

    private static Instant inLondon(LocalDateTime time) {
        return time == null ? null : time.atZone(LONDON).toInstant();
    }
}
