package dev.beforehand.correspondence;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorrespondenceConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(3);

    /** Every few minutes, one of the instances looks whether what waits for a person still needs one. */
    @Bean
    Task<Void> overtakenMailsTask(ObjectProvider<Overtaken> overtaken) {
        return Tasks.recurring("overtaken-mails", FixedDelay.of(PAUSE))
                .execute((instance, context) -> overtaken.getObject().settle());
    }

    /** Every few minutes, one of the instances looks whether an answer was on its way in a process that is no more. */
    @Bean
    Task<Void> lostAnswersTask(ObjectProvider<AnswerBook> answers) {
        return Tasks.recurring("lost-answers", FixedDelay.of(PAUSE))
                .execute((instance, context) -> answers.getObject().abandonLost());
    }
}
