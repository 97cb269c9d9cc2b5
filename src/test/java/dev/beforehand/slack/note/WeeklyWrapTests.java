package dev.beforehand.slack.note;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WeeklyWrapTests extends SlackTeam {

    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Autowired
    WeeklyWrapJob job;

    @Autowired
    CheckIns checkIns;

    @Test
    void isPostedOnceOnTheLastWorkingDay() {
        aWeek();

        job.run(FRIDAY.minusDays(1));
        clock.moveTo(FRIDAY, LocalTime.of(16, 0));
        job.run(FRIDAY);
        job.run(FRIDAY);

        await().until(() -> wraps().size() == 1);
        assertThat(wraps().getFirst())
                .contains(
                        "Our week up to Friday, 21 June 2013",
                        "1 check-in done, 1 still open",
                        "Of €1,100.00 that fell due from Sat 15 Jun to Fri 21 Jun, €100.00 is paid");
        job.run(FRIDAY);
        assertThat(wraps()).hasSize(1);
    }

    @Test
    void isPostedOverTheWeekendWhereSlackWasAwayAndNotInTheNextWeek() {
        aWeek();
        clock.moveTo(MONDAY.plusDays(7), LocalTime.of(8, 0));
        job.run(FRIDAY);
        await().until(this::allIsSaid);
        assertThat(wraps()).isEmpty();

        clock.moveTo(MONDAY.plusDays(6), LocalTime.of(8, 0));
        job.run(FRIDAY);
        await().until(() -> wraps().size() == 1);
    }

    @Test
    void isSilentAfterAWeekInWhichNothingHappened() {
        clock.moveTo(FRIDAY, LocalTime.of(16, 0));
        job.run(FRIDAY);

        await().until(this::allIsSaid);
        assertThat(wraps()).isEmpty();
    }

    private void aWeek() {
        var ana = ledger.colleague("Ana Ruiz");
        var harbour = ledger.client("Harbour & Sons", ana);
        var mill = ledger.client("Mill Lane", ana);
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 1000.00");
        var paid = ledger.invoice("INV-2", mill, FRIDAY, "EUR 100.00");
        checkIns.flag(MONDAY);
        var done = jdbc.sql("select id from check_in where client_id = ?")
                .param(mill.value())
                .query(Long.class)
                .single();
        checkIns.done(new CheckInId(done), Outcome.WILL_PAY, ana);
        ledger.paid(paid, FRIDAY);
    }

    private boolean allIsSaid() {
        return jdbc.sql("select count(*) from slack_errand")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private static List<String> wraps() {
        return FAKE.received("chat.postMessage").stream()
                .map(Received::fields)
                .filter(fields -> fields.getOrDefault("text", "").startsWith("Our week"))
                .map(fields -> fields.get("blocks"))
                .toList();
    }
}
