package dev.beforehand.slack.note;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.checkins.AgreementChanged;
import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.IncomingChanged;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.Turn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the notes of today as the database has it, where they were said. */
@Component
class NoteRefresh {

    private final CheckIns checkIns;
    private final Clients clients;
    private final Correspondence correspondence;
    private final Cards cards;
    private final SlackPosts posts;
    private final Clock clock;

    NoteRefresh(
            CheckIns checkIns,
            Clients clients,
            Correspondence correspondence,
            Cards cards,
            SlackPosts posts,
            Clock clock) {
        this.checkIns = checkIns;
        this.clients = clients;
        this.correspondence = correspondence;
        this.cards = cards;
        this.posts = posts;
        this.clock = clock;
    }

    /** Both whose client it is and who has it. */
    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(CheckInChanged change) {
        var checkIn = checkIns.find(change.checkIn());
        checkIn.map(CheckIn::clientId).ifPresent(this::refreshManagers);
        checkIn.map(CheckIn::claimedBy).ifPresent(this::refresh);
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(AgreementChanged change) {
        refreshManagers(change.client());
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(IncomingChanged change) {
        correspondence.find(change.incoming()).map(Incoming::client).ifPresent(this::refreshManagers);
    }

    private void refreshManagers(ClientId client) {
        clients.find(client).map(Client::accountManagerId).ifPresent(this::refresh);
    }

    private void refresh(ColleagueId person) {
        Optional.of(NoteCards.subject(person, LocalDate.now(clock)))
                .filter(subject -> posts.find(subject).isPresent())
                .ifPresent(subject -> cards.show(subject, Turn.LATER));
    }
}
