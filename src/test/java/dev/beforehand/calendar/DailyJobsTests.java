package dev.beforehand.calendar;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.TestClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyJobsTests {

    private final TestClock clock = new TestClock();
    private final List<String> ran = new ArrayList<>();
    private boolean slackIsAway;

    private final DailyJobs jobs = new DailyJobs(
            List.of(job("letters", "10:00"), job("digest", "08:30")), WorkingDaysFixture.mondayToFriday(), clock);

    @Test
    void runsWhatHasItsTimeInOrder() {
        clock.moveTo(MONDAY, LocalTime.of(8, 29));
        assertThat(jobs.runDue()).isTrue();
        assertThat(ran).isEmpty();

        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        jobs.runDue();
        assertThat(ran).containsExactly("digest of 2013-06-17");

        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(10, 0));
        jobs.runDue();
        assertThat(ran).containsExactly("digest of 2013-06-17", "digest of 2013-06-18", "letters of 2013-06-18");
    }

    @Test
    void restsOnDaysThatAreNotWorkingDays() {
        clock.moveTo(MONDAY.plusDays(5), LocalTime.NOON);
        assertThat(jobs.runDue()).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void noLetterLeavesBeforeTheDigestHasListedIt() {
        clock.moveTo(MONDAY, LocalTime.NOON);
        slackIsAway = true;
        assertThat(jobs.runDue()).isFalse();
        assertThat(ran).isEmpty();

        slackIsAway = false;
        assertThat(jobs.runDue()).isTrue();
        assertThat(ran).containsExactly("digest of 2013-06-17", "letters of 2013-06-17");
    }

    private DailyJob job(String name, String time) {
        return new DailyJob() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public LocalTime time() {
                return LocalTime.parse(time);
            }

            @Override
            public void run(LocalDate day) {
                if (slackIsAway && name.equals("digest")) {
                    throw new IllegalStateException("Slack does not answer.");
                }
                ran.add(name + " of " + day);
            }
        };
    }
}
