package dev.beforehand.slack.correspondence;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.IncomingId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a mail's card whole from the database. */
@Component
class IncomingCardReader {

    private final Correspondence correspondence;
    private final Clients clients;
    private final Colleagues colleagues;
    private final ShownFiles files;
    private final Clock clock;

    IncomingCardReader(
            Correspondence correspondence, Clients clients, Colleagues colleagues, ShownFiles files, Clock clock) {
        this.correspondence = correspondence;
        this.clients = clients;
        this.colleagues = colleagues;
        this.files = files;
        this.clock = clock;
    }

    /** The card as of now; empty where there is no such mail. */
    Optional<IncomingCard> read(IncomingId id) {
        return correspondence.find(id).map(this::card);
    }

    private IncomingCard card(Incoming mail) {
        var client = Optional.ofNullable(mail.client());
        return new IncomingCard(
                mail,
                client.flatMap(clients::find).map(Client::name).orElse(null),
                Optional.ofNullable(mail.answers())
                        .flatMap(correspondence::sentAt)
                        .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                        .orElse(null),
                Optional.ofNullable(mail.settledBy())
                        .flatMap(colleagues::find)
                        .map(Colleague::name)
                        .orElse(null),
                correspondence.answer(mail.id()).orElse(null),
                correspondence.unreachable(mail.id()),
                files.areShown(mail.id()));
    }
}
