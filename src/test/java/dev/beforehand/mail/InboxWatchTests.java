package dev.beforehand.mail;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.TestClock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxWatchTests {

    private static final InboxReadable AGAIN = new InboxReadable("imap.acme.example");

    private final TestClock clock = new TestClock();
    private final List<Object> told = new ArrayList<>();
    private boolean slackIsDown;
    private final InboxWatch watch = new InboxWatch(
            InboxSettingsTests.settings(Map.of("host", "imap.acme.example", "user", "replies")),
            event -> {
                if (slackIsDown) {
                    throw new IllegalStateException("Slack is down");
                }
                told.add(event);
            },
            clock);

    @Test
    void anHourWithoutTheInboxIsToldOnceAndItsEndToo() {
        fails("09:00");
        fails("09:59");
        assertThat(told).isEmpty();

        fails("10:00");
        fails("11:00");
        succeeds("11:05");
        succeeds("11:10");

        assertThat(told).containsExactly(unreadable("09:00"), AGAIN);
    }

    @Test
    void shortOutagesAreNoNewsHoweverMany() {
        fails("09:00");
        fails("09:50");
        succeeds("09:55");
        fails("10:00");
        fails("10:55");
        succeeds("10:59");

        assertThat(told).isEmpty();
    }

    @Test
    void theNextLongOutageIsToldAgain() {
        fails("09:00");
        fails("10:00");
        succeeds("10:05");
        fails("12:00");
        fails("13:00");

        assertThat(told).containsExactly(unreadable("09:00"), AGAIN, unreadable("12:00"));
    }

    @Test
    void whatCouldNotBeToldIsTriedAgain() {
        slackIsDown = true;
        fails("09:00");
        fails("10:00");
        slackIsDown = false;
        fails("10:05");
        slackIsDown = true;
        succeeds("10:10");
        slackIsDown = false;
        succeeds("10:15");

        assertThat(told).containsExactly(unreadable("09:00"), AGAIN);
    }

    @Test
    void whatIsOverBeforeItCouldBeToldIsNoNews() {
        slackIsDown = true;
        fails("09:00");
        fails("10:00");
        slackIsDown = false;
        succeeds("10:05");

        assertThat(told).isEmpty();
    }

    private void fails(String time) {
        at(time);
        watch.unreadable("Invalid login");
    }

    private void succeeds(String time) {
        at(time);
        watch.readable();
    }

    private Instant at(String time) {
        clock.moveTo(MONDAY, LocalTime.parse(time));
        return clock.instant();
    }

    private InboxUnreadable unreadable(String since) {
        return new InboxUnreadable("imap.acme.example", at(since), "Invalid login");
    }
}
