package dev.beforehand.accounts;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Puts all about one client together; one query a section, however much there is. */
@Service
public class Accounts {

    private final Clients clients;
    private final Colleagues colleagues;
    private final Wishes wishes;
    private final Balances balances;
    private final Agreed agreed;
    private final Clock clock;

    Accounts(Clients clients, Colleagues colleagues, Wishes wishes, Balances balances, Agreed agreed, Clock clock) {
        this.clients = clients;
        this.colleagues = colleagues;
        this.wishes = wishes;
        this.balances = balances;
        this.agreed = agreed;
        this.clock = clock;
    }

    /** As it stands today; empty where there is no such client. */
    public Optional<Account> of(ClientId id) {
        return clients.find(id).map(this::of);
    }

    private Account of(Client client) {
        var today = LocalDate.now(clock);
        var manager = Optional.ofNullable(client.accountManagerId())
                .flatMap(colleagues::find)
                .map(Colleague::name)
                .orElse(null);
        return new Account(
                client,
                today,
                manager,
                wishes.unreachable(client.addresses()),
                wishes.edits(client.id()),
                balances.of(client.id(), today),
                balances.habit(client.id(), today).orElse(null),
                agreed.promises(client.id()),
                agreed.plans(client.id(), today),
                agreed.disputes(client.id()),
                agreed.holds(client.id(), today));
    }
}
