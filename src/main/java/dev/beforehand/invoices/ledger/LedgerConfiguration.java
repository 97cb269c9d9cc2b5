package dev.beforehand.invoices.ledger;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the ledger's files every few seconds; of several instances, one does. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LedgerSettings.class, LedgerPlace.class})
class LedgerConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnProperty("beforehand.ledger")
    Task<Void> ledgerTask(ObjectProvider<LedgerWatch> watch) {
        return Tasks.recurring("ledger", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> watch.getObject().look());
    }
}
