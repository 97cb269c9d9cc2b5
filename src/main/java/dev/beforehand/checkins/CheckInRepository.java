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

    /** Of a cancelled check-in nobody talked to the client, and a done one was about the due date of that time. */
    String TO_FLAG = """
            i.issued_on <= :today and i.open_until > :today and i.due_on >= :today and i.due_on <= :until
            and not exists (
                select 1 from check_in_invoice f join check_in k on k.id = f.check_in_id
                where f.invoice_id = i.id
                and (k.state in ('OPEN', 'CLAIMED') or k.state = 'DONE' and f.due_on = i.due_on))
            """;

    /** The earliest due date that a check-in names. */
    String FIRST_DUE = """
            (select min(i.due_on) from check_in_invoice f join invoice i on i.id = f.invoice_id
            where f.check_in_id = check_in.id)""";

    Optional<CheckIn> findById(CheckInId id);

    @Query("select distinct i.client_id from invoice i where " + TO_FLAG)
    List<ClientId> clientsToFlag(LocalDate today, LocalDate until);

    /** One row a client and week; one that was cancelled in this week opens again. */
    @Modifying
    @Query("""
            insert into check_in (client_id, week_of, state) values (:client, :weekOf, 'OPEN')
            on conflict (client_id, week_of) do update
            set state = 'OPEN', claimed_by = null, claimed_at = null, closed_at = null, handed_by = null
            where check_in.state = 'CANCELLED'""")
    void open(ClientId client, LocalDate weekOf);

    /** Names the invoices, also in a check-in that is done; one that it names already has a new due date. */
    @Modifying
    @Query("""
            insert into check_in_invoice (check_in_id, invoice_id, due_on, named_at)
            select c.id, i.id, i.due_on, :at from invoice i
            join check_in c on c.client_id = i.client_id and c.week_of = :weekOf and c.state <> 'CANCELLED'
            where
            """ + TO_FLAG + "on conflict (check_in_id, invoice_id) do update set due_on = excluded.due_on")
    void name(LocalDate weekOf, LocalDate today, LocalDate until, Instant at);

    /** The done ones in which something open was named after they were closed. */
    @Query("""
            select * from check_in where week_of = :weekOf and state = 'DONE' and exists (
                select 1 from check_in_invoice f join invoice i on i.id = f.invoice_id
                where f.check_in_id = check_in.id and f.named_at > check_in.closed_at
                and i.issued_on <= :today and i.open_until > :today)""")
    List<CheckIn> doneTooEarly(LocalDate weekOf, LocalDate today);

    @Modifying
    @Query("""
            update check_in
            set state = 'OPEN', claimed_by = null, claimed_at = null, closed_at = null, handed_by = null
            where id = :id and state = 'DONE'""")
    boolean reopen(CheckInId id);

    @Query("""
            select * from check_in where week_of = :weekOf and state = 'CLAIMED' and exists (
                select 1 from check_in_invoice f where f.check_in_id = check_in.id and f.named_at = :at)""")
    List<CheckIn> claimedAndNamedAt(LocalDate weekOf, Instant at);

    @Query("""
            select * from check_in where state in ('OPEN', 'CLAIMED') and not exists (
                select 1 from check_in_invoice f join invoice i on i.id = f.invoice_id
                where f.check_in_id = check_in.id and i.issued_on <= :today and i.open_until > :today)""")
    List<CheckIn> paidUp(LocalDate today);

    @Modifying
    @Query("update check_in set state = 'CANCELLED', closed_at = :at where id = :id and state in ('OPEN', 'CLAIMED')")
    boolean cancel(CheckInId id, Instant at);

    @Modifying
    @Query("""
            update check_in
            set state = 'CLAIMED', claimed_by = :by, claimed_at = :at, lease_from = :at, let_go = null
            where id = :id and state = 'OPEN'""")
    boolean claim(CheckInId id, ColleagueId by, Instant at);

    @Modifying
    @Query("""
            update check_in set state = 'DONE', outcome = :outcome, closed_at = :at,
                claimed_by = :by, claimed_at = coalesce(claimed_at, :at), let_go = null
            where id = :id and state in ('OPEN', 'CLAIMED')""")
    boolean done(CheckInId id, Outcome outcome, ColleagueId by, Instant at);

    /** Of the open ones of which the finance leads were not told, those of which something open is due until then. */
    @Query("""
            select * from check_in where state = 'OPEN' and escalated_on is null and exists (
                select 1 from check_in_invoice f join invoice i on i.id = f.invoice_id
                where f.check_in_id = check_in.id and i.issued_on <= :today and i.open_until > :today
                and i.due_on <= :due)""")
    List<CheckIn> unclaimed(LocalDate today, LocalDate due);

    @Modifying
    @Query("""
            update check_in set escalated_on = :today
            where id = :id and state = 'OPEN' and escalated_on is null""")
    boolean escalate(CheckInId id, LocalDate today);

    @Query("select id from check_in where escalated_on = :day order by " + FIRST_DUE + ", id")
    List<Long> escalatedOn(LocalDate day);

    /** Changes nothing, and makes whoever else writes about the check-in wait for the end of the transaction. */
    @Modifying
    @Query("update check_in set state = state where id = :id")
    boolean hold(CheckInId id);

    @Query("select invoice_id from check_in_invoice where check_in_id = :id")
    List<Long> invoicesOf(CheckInId id);

    @Query("select id from check_in where client_id = :client and state <> 'CANCELLED' order by week_of desc limit 1")
    Optional<Long> newestOf(ClientId client);

    @Query("select id from check_in where state in ('OPEN', 'CLAIMED') order by id")
    List<Long> running();

    @Query("""
            select k.id from check_in k join client c on c.id = k.client_id
            where k.state = 'OPEN' and c.account_manager_id = :accountManager order by k.id""")
    List<Long> openOf(ColleagueId accountManager);

    @Query("select distinct check_in_id from check_in_invoice where invoice_id in (:invoices) order by check_in_id")
    List<Long> naming(List<Long> invoices);
}
