package dev.beforehand.slack.correspondence;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.beforehand.correspondence.IncomingChanged;
import dev.beforehand.slack.Refreshes;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the cards as the database has them after each change, and looks now and then whether one is missing. */
@Component
class IncomingRefresh {

    private final IncomingCards cards;
    private final Refreshes refreshes;

    IncomingRefresh(IncomingCards cards, Refreshes refreshes) {
        this.cards = cards;
        this.refreshes = refreshes;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(IncomingChanged event) {
        refreshes.soon(IncomingCards.subject(event.incoming()), () -> cards.show(event.incoming()));
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
