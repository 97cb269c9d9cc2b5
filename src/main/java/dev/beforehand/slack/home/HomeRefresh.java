package dev.beforehand.slack.home;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.checkins.AgreementChanged;
import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.IncomingChanged;
import dev.beforehand.invoices.InvoicesClosed;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.reminders.LettersWaiting;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.Homes;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps Home up to date for whoever has looked at it lately and sees something of what has changed. */
@Component
class HomeRefresh {

    private final HomeRows rows;
    private final Homes homes;
    private final CheckIns checkIns;
    private final Reminders reminders;
    private final Correspondence correspondence;

    HomeRefresh(HomeRows rows, Homes homes, CheckIns checkIns, Reminders reminders, Correspondence correspondence) {
        this.rows = rows;
        this.homes = homes;
        this.checkIns = checkIns;
        this.reminders = reminders;
        this.correspondence = correspondence;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(CheckInChanged event) {
        refresh(() -> checkIns.find(event.checkIn()).map(CheckIn::clientId));
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(AgreementChanged event) {
        refresh(() -> Optional.of(event.client()));
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(ReminderChanged event) {
        refresh(() -> reminders.find(event.reminder()).map(Reminder::client));
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(IncomingChanged event) {
        refresh(() -> correspondence.find(event.incoming()).map(Incoming::client));
    }

    /** What is proposed waits for every finance lead. */
    @TransactionalEventListener(
            classes = {InvoicesClosed.class, LettersWaiting.class, PlanChanged.class},
            phase = BEFORE_COMMIT,
            fallbackExecution = true)
    void changed() {
        homes.refresh(rows.openedLately());
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void imported(LedgerImported event) {
        if (event.report().changedSomething()) {
            changed();
        }
    }

    /** Of ten thousand letters that leave, nearly all find that everybody is about to be shown the newest state. */
    private void refresh(Supplier<Optional<ClientId>> client) {
        if (!rows.openedLately().isEmpty()) {
            client.get().ifPresent(about -> homes.refresh(rows.seeing(about)));
        }
    }
}
