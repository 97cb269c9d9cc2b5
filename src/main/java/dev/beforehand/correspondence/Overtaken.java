package dev.beforehand.correspondence;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.Unreachable.Consequence;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what waits for a person and no longer needs one. */
@Component
class Overtaken {

    /** Long enough to be seen over a weekend with a holiday. */
    private static final Duration STRANGERS = Duration.ofDays(5);

    private final IncomingRows incoming;
    private final Suspensions suspensions;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Overtaken(
            IncomingRows incoming,
            Suspensions suspensions,
            Clients clients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incoming = incoming;
        this.suspensions = suspensions;
        this.clients = clients;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void settle() {
        incoming.bouncedLetters().stream()
                .filter(this::isOver)
                .map(Incoming::id)
                .forEach(this::settle);
        incoming.ofStrangersBefore(clock.instant().minus(STRANGERS)).forEach(this::settle);
    }

    /** Each address is right again, as another report's card says, or is the client's no more. */
    private boolean isOver(Incoming bounce) {
        var reported = suspensions.of(bounce.id());
        if (reported.stream().anyMatch(one -> one.consequence() == Consequence.NONE)) {
            return false;
        }
        var current = Optional.ofNullable(bounce.client())
                .flatMap(clients::find)
                .map(Client::addresses)
                .orElse(List.of());
        var addresses = reported.stream()
                .map(Unreachable::address)
                .filter(current::contains)
                .toList();
        return suspensions.notLifted(addresses).isEmpty();
    }

    private void settle(IncomingId id) {
        if (incoming.settle(id, State.NO_ACTION, null)) {
            events.publishEvent(new IncomingChanged(id));
        }
    }
}
