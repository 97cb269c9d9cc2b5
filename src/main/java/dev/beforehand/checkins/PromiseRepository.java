package dev.beforehand.checkins;

import dev.beforehand.checkins.Promise.State;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PromiseRepository extends Repository<Promise, Long> {

    /** A newer promise covers the invoice. */
    String TAKEN = """
            exists (
                select 1 from promise_invoice m join promise q on q.id = m.promise_id
                where m.invoice_id = n.invoice_id and m.covered and q.state <> 'CANCELLED' and q.id > n.promise_id)
            """;

    Promise save(Promise promise);

    List<Promise> findByState(State state);

    List<Promise> findByIdInOrderByPromisedOnAscIdAsc(List<Long> ids);

    @Query("select distinct n.promise_id from promise_invoice n join promise p on p.id = n.promise_id"
            + " where n.invoice_id in (:about) and p.state = 'ACTIVE'")
    List<Long> activeAbout(Collection<InvoiceId> about);

    /** The newest promise that covers an invoice is the one that counts for it. */
    @Query("select n.invoice_id, p.promised_on from promise_invoice n join promise p on p.id = n.promise_id"
            + " where n.invoice_id in (:among) and p.promised_on >= :notBefore and p.state = 'ACTIVE' and n.covered"
            + " and not " + TAKEN)
    List<PromisedUntil> covering(Collection<InvoiceId> among, LocalDate notBefore);

    /** Those of a promise's invoices that newer ones cover. */
    @Query("select n.invoice_id from promise_invoice n where n.promise_id = :promise and " + TAKEN)
    Set<InvoiceId> taken(long promise);

    /** Ends the client's promises of which newer ones cover something, and all that is still open. */
    @Modifying
    @Query("update promise set state = 'CANCELLED', judged_on = :today where client_id = :client and state = 'ACTIVE'"
            + " and exists (select 1 from promise_invoice n where n.promise_id = promise.id and n.covered and " + TAKEN
            + ") and not exists (select 1 from promise_invoice n join invoice i on i.id = n.invoice_id"
            + " where n.promise_id = promise.id and n.covered and i.open_until > :today and not " + TAKEN + ")")
    void replace(ClientId client, LocalDate today);

    @Modifying
    @Query("update promise set state = :state, judged_on = :today where id = :id and state = 'ACTIVE'")
    boolean end(long id, State state, LocalDate today);
}
