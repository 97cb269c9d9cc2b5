package dev.beforehand.slack.leases;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every few minutes, for it is morning at another time where somebody else is, one of the instances looks after the leases. */
@Configuration(proxyBeanMethods = false)
class LeaseSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Bean
    Task<Void> leasesTask(ObjectProvider<LeaseRound> round) {
        return Tasks.recurring("leases", FixedDelay.of(PAUSE))
                .execute((instance, context) -> round.getObject().go());
    }
}
