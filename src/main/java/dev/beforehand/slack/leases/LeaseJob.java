package dev.beforehand.slack.leases;

import dev.beforehand.calendar.DailyJob;
import dev.beforehand.checkins.Leases;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When the team's working hours begin: looks after the leases, and tells the finance leads what nobody has claimed. */
@Component
class LeaseJob implements DailyJob {

    private final Leases leases;
    private final LeaseRound round;
    private final UnclaimedCards unclaimed;

    LeaseJob(Leases leases, LeaseRound round, UnclaimedCards unclaimed) {
        this.leases = leases;
        this.round = round;
        this.unclaimed = unclaimed;
    }

    @Override
    public String name() {
        return "leases";
    }

    @Override
    public LocalTime time() {
        return leases.hoursBegin();
    }

    @Override
    public void run(LocalDate day) {
        round.go();
        unclaimed.tell(day);
    }
}
