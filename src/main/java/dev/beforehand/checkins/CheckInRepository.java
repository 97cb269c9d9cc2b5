package dev.beforehand.checkins;

import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface CheckInRepository extends Repository<CheckIn, CheckInId> {

    String TO_FLAG = """
            i.issued_on <= :today and i.open_until > :today and i.due_on >= :today and i.due_on <= :until
            and not exists (select 1 from check_in_invoice f where f.invoice_id = i.id)
            """;

    /** A problem of which no later feedback about the same invoice says that it is solved. */
    String STANDING = """
            from feedback f join check_in_invoice n on n.check_in_id = f.check_in_id
            where f.problem is not null and not exists (
                select 1 from feedback g join check_in_invoice m on m.check_in_id = g.check_in_id
                where m.invoice_id = n.invoice_id and g.id > f.id and g.solved)
            """;

    Optional<CheckIn> findById(CheckInId id);

    @Query("select distinct i.client_id from invoice i where " + TO_FLAG)
    List<ClientId> clientsToFlag(LocalDate today, LocalDate until);

    /** One row a client and week; one that was cancelled in this week opens again. */
    @Modifying
    @Query("""
            insert into check_in (client_id, week_of, state) values (:client, :weekOf, 'OPEN')
            on conflict (client_id, week_of) do update
            set state = 'OPEN', claimed_by = null, claimed_at = null, closed_at = null
            where check_in.state = 'CANCELLED'""")
    void open(ClientId client, LocalDate weekOf);

    /** Names the invoices; a check-in that is done is over, and its client's new invoices wait for next week's. */
    @Modifying
    @Query("""
            insert into check_in_invoice (check_in_id, invoice_id)
            select c.id, i.id from invoice i
            join check_in c on c.client_id = i.client_id and c.week_of = :weekOf and c.state in ('OPEN', 'CLAIMED')
            where
            """ + TO_FLAG)
    int name(LocalDate weekOf, LocalDate today, LocalDate until);

    @Query("""
            select * from check_in where state in ('OPEN', 'CLAIMED') and not exists (
                select 1 from check_in_invoice f join invoice i on i.id = f.invoice_id
                where f.check_in_id = check_in.id and i.issued_on <= :today and i.open_until > :today)""")
    List<CheckIn> paidUp(LocalDate today);

    @Modifying
    @Query("update check_in set state = 'CANCELLED', closed_at = :at where id = :id and state in ('OPEN', 'CLAIMED')")
    boolean cancel(CheckInId id, Instant at);

    @Modifying
    @Query(
            "update check_in set state = 'CLAIMED', claimed_by = :by, claimed_at = :at where id = :id and state = 'OPEN'")
    boolean claim(CheckInId id, ColleagueId by, Instant at);

    @Modifying
    @Query("""
            update check_in set state = 'DONE', outcome = :outcome, closed_at = :at,
                claimed_by = coalesce(claimed_by, :by), claimed_at = coalesce(claimed_at, :at)
            where id = :id and state in ('OPEN', 'CLAIMED')""")
    boolean done(CheckInId id, Outcome outcome, ColleagueId by, Instant at);

    /** Changes nothing, and makes whoever else writes about the check-in wait for the end of the transaction. */
    @Modifying
    @Query("update check_in set state = state where id = :id")
    boolean hold(CheckInId id);

    @Query("select invoice_id from check_in_invoice where check_in_id = :id")
    List<Long> invoicesOf(CheckInId id);

    @Query("select distinct check_in_id from check_in_invoice where invoice_id in (:invoices) order by check_in_id")
    List<Long> naming(List<Long> invoices);

    @Query("""
            select f.invoice_id, max(p.promised_on) as promised_on
            from check_in_invoice f join invoice i on i.id = f.invoice_id
            join promise p on p.check_in_id = f.check_in_id and p.currency = i.currency
            where f.invoice_id in (:among) and p.state = 'ACTIVE' and p.promised_on >= :notBefore
            group by f.invoice_id""")
    List<PromisedInvoice> promised(List<Long> among, LocalDate notBefore);

    @Query("select distinct n.invoice_id " + STANDING + " and n.invoice_id in (:among)")
    List<Long> inDispute(List<Long> among);
}
