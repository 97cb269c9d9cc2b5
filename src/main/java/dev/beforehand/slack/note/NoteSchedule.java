package dev.beforehand.slack.note;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every minute, one of the instances looks whose time has come. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WrapSettings.class)
class NoteSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    Task<Void> morningNotesTask(ObjectProvider<MorningNotes> notes) {
        return Tasks.recurring("morning-notes", FixedDelay.of(PAUSE))
                .execute((instance, context) -> notes.getObject().sayDue());
    }
}
