package dev.beforehand.calendar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Does on a start of the process what was missed that day, and starts the schedule; last of all. The library's own start
 * comes before the ledger was read, and the jobs that were missed would write to clients who have paid meanwhile.
 */
@Component
class ScheduleStart implements DbSchedulerStarter {

    private final DailyJobs jobs;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ScheduleStart(DailyJobs jobs, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void doStart() {
        var done = jobs.runDue();
        scheduler.ifAvailable(schedule -> {
            schedule.start();
            if (!done) {
                schedule.reschedule(DailySchedule.DAILY_JOBS, clock.instant().plus(DailySchedule.RETRY));
            }
        });
    }
}
