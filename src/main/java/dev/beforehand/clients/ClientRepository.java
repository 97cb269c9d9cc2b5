package dev.beforehand.clients;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface ClientRepository extends Repository<Client, ClientId> {

    Optional<Client> findById(ClientId id);

    Optional<Client> findByNameKey(String nameKey);

    @Query("select * from client where id in (:ids)")
    List<Client> all(Collection<Long> ids);

    Client save(Client client);

    @Query("""
            select * from client where lower(contact_email) like :pattern escape '\\'
            or lower(cc_emails) like :pattern escape '\\'""")
    List<Client> mentioning(String pattern);

    /** A change of nothing, which both databases lock the row for. */
    @Modifying
    @Query("update client set name = name where id = :id")
    void lock(long id);
}
