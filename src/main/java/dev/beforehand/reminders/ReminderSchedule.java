package dev.beforehand.reminders;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every few minutes, one of the instances looks after the outbox. */
@Configuration(proxyBeanMethods = false)
class ReminderSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(2);

    @Bean
    Task<Void> outboxRoundTask(ObjectProvider<OutboxRound> round) {
        return Tasks.recurring("outbox-round", FixedDelay.of(PAUSE))
                .execute((instance, context) -> round.getObject().go());
    }
}
