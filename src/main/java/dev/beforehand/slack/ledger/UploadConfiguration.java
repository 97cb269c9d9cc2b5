package dev.beforehand.slack.ledger;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with files over which a process ended, and ends those that nobody decides about. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
class UploadConfiguration {

    @Bean
    Task<Void> ledgerUploadsTask(ObjectProvider<UploadDesk> desk) {
        return Tasks.recurring("ledger-uploads", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> desk.getObject().tidyUp());
    }
}
