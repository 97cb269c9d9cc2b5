package dev.beforehand.clients;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ClientRepository extends Repository<Client, ClientId> {

    Optional<Client> findById(ClientId id);

    Optional<Client> findByNameKey(String nameKey);

    List<Client> findByIdIn(Collection<ClientId> ids);

    Client save(Client client);
}
