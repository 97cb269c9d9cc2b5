package dev.beforehand.slack.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.TodaysDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoteTimesTests {

    private static final LocalDate FRIDAY = LocalDate.of(2013, 6, 21);
    private static final LocalDate NEXT_MONDAY = LocalDate.of(2013, 6, 24);

    private boolean digestIsThere = true;
    private final NoteTimes times = new NoteTimes(new Digest(), WorkingDaysFixture.mondayToFriday());

    @Test
    void comesWithTheDigestAndWaitsAnHourForIt() {
        assertThat(times.hasCome(reader(null, null), at(8, 29))).isFalse();
        assertThat(times.hasCome(reader(null, null), at(8, 30))).isTrue();

        digestIsThere = false;
        assertThat(times.hasCome(reader(null, null), at(9, 29))).isFalse();
        assertThat(times.hasCome(reader(null, null), at(9, 30))).isTrue();
        assertThat(times.hasCome(reader(LocalTime.of(8, 0), null), at(8, 0)))
                .as("their own time")
                .isTrue();
    }

    @Test
    void isNoNewsFourHoursLaterNorOnDaysOff() {
        assertThat(times.hasCome(reader(null, null), at(12, 29))).isTrue();
        assertThat(times.hasCome(reader(null, null), at(12, 30))).isFalse();
        assertThat(times.hasCome(reader(null, null), FRIDAY.plusDays(1).atTime(8, 30)))
                .isFalse();
        assertThat(times.hasCome(reader(LocalTime.of(23, 0), null), at(23, 59))).isTrue();
    }

    @Test
    void saysWhenTheNextOneComes() {
        assertThat(times.next(reader(null, null), at(8, 0))).contains(FRIDAY);
        assertThat(times.next(reader(null, null), at(8, 30))).isEmpty();
        assertThat(times.next(reader(null, null), at(12, 30))).contains(NEXT_MONDAY);
        assertThat(times.next(reader(null, FRIDAY), at(8, 0))).contains(NEXT_MONDAY);
        assertThat(times.next(reader(null, null), FRIDAY.plusDays(1).atTime(8, 0)))
                .contains(NEXT_MONDAY);
    }

    private static LocalDateTime at(int hour, int minute) {
        return FRIDAY.atTime(hour, minute);
    }

    private static NoteReader reader(@Nullable LocalTime at, @Nullable LocalDate notedOn) {
        return new NoteReader(new ColleagueId(1), "U0ANA", null, false, at, notedOn);
    }

    private class Digest implements TodaysDigest {

        @Override
        public Place place() {
            return new Place("C1", digestIsThere ? "1.0" : null);
        }

        @Override
        public Place channel() {
            return new Place("C1", null);
        }

        @Override
        public LocalTime time() {
            return LocalTime.of(8, 30);
        }
    }
}
