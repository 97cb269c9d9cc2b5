package dev.beforehand.slack.reminders;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every few minutes, one of the instances looks whether a letter waits for a person without anybody seeing it. */
@Configuration(proxyBeanMethods = false)
class ReminderCardSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(3);

    @Bean
    Task<Void> waitingLettersTask(ObjectProvider<ReminderCards> cards) {
        return Tasks.recurring("waiting-letters", FixedDelay.of(PAUSE))
                .execute((instance, context) -> cards.getObject().showWaiting());
    }
}
