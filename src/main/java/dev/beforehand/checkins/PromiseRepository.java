package dev.beforehand.checkins;

import dev.beforehand.checkins.Promise.State;
import dev.beforehand.clients.ClientId;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PromiseRepository extends Repository<Promise, Long> {

    /** The newest active promise that covers an invoice is the one that counts for it. */
    String COUNTS = """
            p.state = 'ACTIVE' and n.covered and not exists (
                select 1 from promise_invoice m join promise q on q.id = m.promise_id
                where m.invoice_id = n.invoice_id and m.covered and q.state = 'ACTIVE' and q.id > p.id)
            """;

    Promise save(Promise promise);

    List<Promise> findByState(State state);

    List<Promise> findByIdInOrderByPromisedOnAscIdAsc(List<Long> ids);

    @Query("select distinct n.promise_id from promise_invoice n join promise p on p.id = n.promise_id"
            + " where n.invoice_id in (:about) and p.state = 'ACTIVE'")
    List<Long> activeAbout(List<Long> about);

    @Query("select n.invoice_id, p.promised_on from promise_invoice n join promise p on p.id = n.promise_id"
            + " where n.invoice_id in (:among) and p.promised_on >= :notBefore and " + COUNTS)
    List<PromisedUntil> covering(List<Long> among, LocalDate notBefore);

    /** Those of which all that is still open is among these. */
    @Modifying
    @Query("""
            update promise set state = 'CANCELLED', judged_on = :today
            where client_id = :client and currency = :currency and state = 'ACTIVE' and not exists (
                select 1 from promise_invoice n join invoice i on i.id = n.invoice_id
                where n.promise_id = promise.id and i.open_until > :today and n.invoice_id not in (:about))""")
    void replace(ClientId client, CurrencyUnit currency, List<Long> about, LocalDate today);

    @Modifying
    @Query("update promise set state = :state, judged_on = :today where id = :id and state = 'ACTIVE'")
    boolean end(Long id, State state, LocalDate today);
}
