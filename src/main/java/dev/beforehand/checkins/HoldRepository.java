package dev.beforehand.checkins;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface HoldRepository extends Repository<Hold, HoldId> {

    Hold save(Hold hold);

    Optional<Hold> findById(HoldId id);

    @Query("select * from hold where client_id = :client and released_at is null and until_on >= :day order by id")
    List<Hold> standing(ClientId client, LocalDate day);

    /** Each invoice that is on hold, with the last such day. */
    @Query("""
            select i.id as invoice_id, max(h.until_on) as until_on from hold h
            join invoice i on i.client_id = h.client_id and (h.invoice_id is null or h.invoice_id = i.id)
            where i.id in (:among) and h.released_at is null and h.until_on >= :day group by i.id""")
    List<HeldInvoice> covering(Collection<InvoiceId> among, LocalDate day);

    @Modifying
    @Query("update hold set released_by = :by, released_at = :at where invoice_id = :invoice and released_at is null")
    void releaseOf(InvoiceId invoice, ColleagueId by, Instant at);

    @Modifying
    @Query("update hold set released_by = :by, released_at = :at"
            + " where client_id = :client and invoice_id is null and released_at is null")
    void releaseOf(ClientId client, ColleagueId by, Instant at);

    @Modifying
    @Query("update hold set released_by = :by, released_at = :at where id = :id and released_at is null")
    boolean release(HoldId id, ColleagueId by, Instant at);
}
