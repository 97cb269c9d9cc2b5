package dev.beforehand.checkins;

import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface DisputeRepository extends Repository<Dispute, Long> {

    /** One that stands about the invoice already takes these words. */
    @Modifying
    @Query("""
            insert into dispute (client_id, invoice_id, reason, words, owner_id, opened_by, opened_at)
            values (:client, :invoice, :reason, :words, :owner, :by, :at)
            on conflict (invoice_id) where resolved_at is null do update
            set reason = excluded.reason, words = excluded.words, owner_id = excluded.owner_id""")
    void open(
            ClientId client,
            InvoiceId invoice,
            Problem reason,
            String words,
            ColleagueId owner,
            ColleagueId by,
            Instant at);

    @Modifying
    @Query("""
            update dispute set resolution = :resolution, resolved_by = :by, resolved_at = :at
            where invoice_id = :invoice and resolved_at is null""")
    boolean resolve(InvoiceId invoice, Resolution resolution, ColleagueId by, Instant at);

    @Query("select invoice_id from dispute where invoice_id in (:among) and resolved_at is null")
    List<Long> standing(List<Long> among);

    /** One that stands comes before those that were settled. */
    @Query("""
            select * from dispute where invoice_id in (:about)
            order by case when resolved_at is null then 0 else 1 end, coalesce(resolved_at, opened_at) desc, id desc limit 1""")
    Optional<Dispute> newest(List<Long> about);
}
