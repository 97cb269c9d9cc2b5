package dev.beforehand.checkins;

import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface DisputeRepository extends Repository<Dispute, Long> {

    /** @return whether none stood about the invoice */
    @Modifying
    @Query("""
            insert into dispute (client_id, invoice_id, reason, words, owner_id, opened_by, opened_at)
            values (:client, :invoice, :reason, :words, :owner, :by, :at)
            on conflict (invoice_id) where resolved_at is null do nothing""")
    boolean open(
            ClientId client,
            InvoiceId invoice,
            Problem reason,
            String words,
            ColleagueId owner,
            ColleagueId by,
            Instant at);

    /** @return whether one stands about the invoice, with another reason or other words */
    @Modifying
    @Query("""
            update dispute set reason = :reason, words = :words
            where invoice_id = :invoice and resolved_at is null and (reason <> :reason or words <> :words)""")
    boolean reword(InvoiceId invoice, Problem reason, String words);

    /** @return whether one stands about the invoice, and somebody else saw to it */
    @Modifying
    @Query("""
            update dispute set owner_id = :owner
            where invoice_id = :invoice and resolved_at is null and owner_id <> :owner""")
    boolean handOver(InvoiceId invoice, ColleagueId owner);

    @Modifying
    @Query("""
            update dispute set resolution = :resolution, resolved_by = :by, resolved_at = :at
            where invoice_id = :invoice and resolved_at is null""")
    boolean resolve(InvoiceId invoice, Resolution resolution, ColleagueId by, Instant at);

    @Query("select invoice_id from dispute where invoice_id in (:among) and resolved_at is null")
    Set<InvoiceId> standing(Collection<InvoiceId> among);

    @Query("""
            select * from dispute where invoice_id in (:among) and resolved_at is null
            order by opened_at desc, id desc""")
    List<Dispute> about(Collection<InvoiceId> among);

    /** One that stands about an open invoice comes before those that were settled. */
    @Query("""
            select d.* from dispute d join invoice i on i.id = d.invoice_id
            where i.id in (:among) and (d.resolved_at is not null or i.open_until > :today)
            order by case when d.resolved_at is null then 0 else 1 end, coalesce(d.resolved_at, d.opened_at) desc, d.id desc
            limit 1""")
    Optional<Dispute> newest(Collection<InvoiceId> among, LocalDate today);
}
