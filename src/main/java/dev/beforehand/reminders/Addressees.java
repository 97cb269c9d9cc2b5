package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.reminders.Observation.Addressee;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who writes to clients, who of them can be reached, and whose own words come first. */
@Component
class Addressees {

    private final Colleagues colleagues;
    private final Correspondence correspondence;

    Addressees(Colleagues colleagues, Correspondence correspondence) {
        this.colleagues = colleagues;
        this.correspondence = correspondence;
    }

    private static boolean isAddress(@Nullable String email) {
        return email != null && MailAddress.isValid(email.strip());
    }

    Of of(List<Client> clients) {
        var addresses = clients.stream()
                .map(Client::contactEmail)
                .filter(Addressees::isAddress)
                .toList();
        return new Of(
                clients,
                managers(clients),
                correspondence.suspended(addresses),
                correspondence.waitingForAnAnswer(
                        clients.stream().map(Client::id).toList()));
    }

    private Map<ClientId, Colleague> managers(List<Client> clients) {
        var found = new HashMap<ColleagueId, Optional<Colleague>>();
        var managers = new HashMap<ClientId, Colleague>();
        for (var client : clients) {
            if (client.accountManagerId() != null) {
                found.computeIfAbsent(client.accountManagerId(), colleagues::find)
                        .filter(manager -> isAddress(manager.email()))
                        .ifPresent(manager -> managers.put(client.id(), manager));
            }
        }
        return managers;
    }

    /**
     * Of some clients.
     *
     * @param managers those account managers who have an address
     * @param suspended addresses to which mail came back, in lower case
     * @param waiting clients who wrote something that nobody has seen to
     */
    record Of(List<Client> clients, Map<ClientId, Colleague> managers, Set<String> suspended, Set<ClientId> waiting) {

        Addressee of(Client client) {
            var email = client.contactEmail();
            if (email == null || !isAddress(email)) {
                return Addressee.UNKNOWN;
            }
            return suspended.contains(email.strip().toLowerCase(Locale.ROOT))
                    ? Addressee.SUSPENDED
                    : Addressee.REACHABLE;
        }
    }
}
