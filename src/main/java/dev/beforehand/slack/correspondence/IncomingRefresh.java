package dev.beforehand.slack.correspondence;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.beforehand.correspondence.IncomingChanged;
import dev.beforehand.slack.Cards;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the cards brought up to date with each change, written down with it, and now and then those that wait come along. */
@Component
class IncomingRefresh {

    private final Cards cards;

    IncomingRefresh(Cards cards) {
        this.cards = cards;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(IncomingChanged event) {
        cards.show(IncomingCards.subject(event.incoming()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final Duration PAUSE = Duration.ofMinutes(3);

        @Bean
        Task<Void> waitingMailsTask(ObjectProvider<IncomingCards> cards) {
            return Tasks.recurring("waiting-mails", FixedDelay.of(PAUSE))
                    .execute((instance, context) -> cards.getObject().showWaiting());
        }
    }
}
