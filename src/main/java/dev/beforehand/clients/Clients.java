package dev.beforehand.clients;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The clients' front door. */
@Service
public class Clients {

    private final ClientRepository clients;

    Clients(ClientRepository clients) {
        this.clients = clients;
    }

    public Optional<Client> find(ClientId id) {
        return clients.findById(id);
    }

    /** Those of the given clients that exist, in no order. */
    public List<Client> all(Collection<ClientId> ids) {
        return ids.isEmpty()
                ? List.of()
                : clients.all(ids.stream().map(ClientId::value).toList());
    }

    /** The clients to whom letters go to this address; e-mail addresses are compared without regard to case. */
    public List<Client> withAddress(String address) {
        var key = address.strip().toLowerCase(Locale.ROOT);
        return mentioning(key)
                .filter(client -> client.addresses().contains(key))
                .toList();
    }

    /** The clients to whom letters go to an address of the same domain as this one, without regard to case. */
    public List<Client> withDomainOf(String address) {
        var key = address.strip().toLowerCase(Locale.ROOT);
        var domain = key.substring(key.lastIndexOf('@'));
        return mentioning(domain)
                .filter(client -> client.addresses().stream().anyMatch(known -> known.endsWith(domain)))
                .toList();
    }

    private Stream<Client> mentioning(String part) {
        return clients.mentioning("%" + part.replaceAll("([%_\\\\])", "\\\\$1") + "%").stream();
    }

    /** Has all others who lock the client wait until the caller's transaction ends. */
    public void lock(ClientId id) {
        clients.lock(id.value());
    }
}
