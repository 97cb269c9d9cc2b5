package dev.beforehand.slack.capture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with pins over which a process ended. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

    @Bean
    Task<Void> threadPinsTask(ObjectProvider<PinDesk> desk) {
        return Tasks.recurring("thread-pins", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> desk.getObject().seeToWhatIsLeft());
    }
}
