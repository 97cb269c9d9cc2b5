package dev.beforehand.calendar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Starts the schedule last of all. The library's own start comes before the ledger was read, and the jobs that were
 * missed would write to clients who have paid meanwhile.
 */
@Component
class ScheduleStart implements DbSchedulerStarter {

    private final ObjectProvider<Scheduler> scheduler;

    ScheduleStart(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void doStart() {
        scheduler.ifAvailable(Scheduler::start);
    }
}
