package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.beforehand.calendar.DailyJobs;
import dev.beforehand.invoices.Payments;
import dev.beforehand.practice.workspace.Changed;
import dev.beforehand.practice.workspace.Ticker;
import dev.beforehand.reminders.Reminders;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NextMorningTests {

    private final PracticeClock clock =
            new PracticeClock(LocalDateTime.parse("2013-06-17T09:12"), ZoneId.of("Europe/London"), new Ticker());
    private final DailyJobs jobs = mock();
    private final Payments payments = mock();
    private final List<String> happened = new ArrayList<>();
    private final Reminders reminders = mock();
    private final NextMorning nextMorning = new NextMorning(clock, jobs, payments, reminders, new Changed());

    @BeforeEach
    void watch() {
        when(jobs.times()).thenReturn(List.of(LocalTime.parse("08:30"), LocalTime.parse("10:00")));
        when(jobs.runDue()).thenAnswer(call -> happened.add("jobs at " + LocalDateTime.now(clock)));
        when(payments.note(any())).thenAnswer(call -> {
            happened.add("payments by " + call.getArgument(0));
            return List.of();
        });
    }

    @Test
    void theDayEndsPaymentsArriveAndTheNextBegins() {
        assertThat(nextMorning.come()).isEmpty();
        assertThat(happened)
                .containsExactly("jobs at 2013-06-17T10:00", "payments by 2013-06-18", "jobs at 2013-06-18T08:30");
    }

    @Test
    void clientsFarAwayAreWrittenToInTheirOwnDay() {
        var hours = new ArrayList<LocalDateTime>();
        doAnswer(call -> hours.add(LocalDateTime.now(clock))).when(reminders).sendDue();
        var departures = Stream.of("2013-06-17T13:00:00Z", "2013-06-17T21:00:00Z", "2013-06-18T13:00:00Z")
                .map(Instant::parse)
                .toList();
        when(reminders.nextDeparture())
                .thenAnswer(call -> departures.stream()
                        .filter(departure -> departure.isAfter(clock.instant()))
                        .findFirst());

        nextMorning.come();

        assertThat(hours)
                .containsExactly(
                        LocalDateTime.parse("2013-06-17T09:12"),
                        LocalDateTime.parse("2013-06-17T10:00"),
                        LocalDateTime.parse("2013-06-17T14:00"),
                        LocalDateTime.parse("2013-06-17T22:00"));
    }

    @Test
    void oneMorningFollowsTheOther() {
        for (int i = 0; i < 14; i++) {
            nextMorning.come();
        }
        assertThat(LocalDateTime.now(clock)).isEqualTo("2013-07-01T08:30");
    }

    @Test
    void saysThatAJobFailed() {
        when(jobs.runDue()).thenReturn(true, false);
        assertThat(nextMorning.come()).isPresent();
    }
}
