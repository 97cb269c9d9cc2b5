package dev.beforehand.checkins;

import dev.beforehand.checkins.CheckIn.LetGo;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface LeaseRepository extends Repository<CheckIn, CheckInId> {

    /** What the holder did about the client since the lease began. */
    String LAST_STEP = """
            (select max(a.at) from activity a
            where a.client_id = check_in.client_id and a.actor_id = check_in.claimed_by and a.at > check_in.lease_from)
            """;

    /** Those that began before that moment. */
    @Query("""
            select k.id as check_in, k.claimed_by as holder, k.lease_from as "from",
                coalesce(q.number, 0) as asked, q.asked_at, q.shown_at
            from check_in k left join lease_question q on q.check_in_id = k.id and q.lease_from = k.lease_from
                and q.answer is null
            where k.state = 'CLAIMED' and k.lease_from < :before order by k.id""")
    List<Lease> begunBefore(Instant before);

    @Modifying
    @Query("update check_in set lease_from = " + LAST_STEP + " where state = 'CLAIMED' and " + LAST_STEP
            + " is not null")
    void renewAll();

    @Modifying
    @Query("update check_in set lease_from = " + LAST_STEP + " where id = :id and state = 'CLAIMED' and " + LAST_STEP
            + " is not null")
    void renew(CheckInId id);

    @Query("select id from check_in where state = 'CLAIMED' and claimed_by = :holder order by "
            + CheckInRepository.FIRST_DUE + ", id")
    List<Long> heldBy(ColleagueId holder);

    /** Whether the lease is still that one; nobody else changes it before the end of the transaction. */
    @Modifying
    @Query("""
            update check_in set state = state
            where id = :id and state = 'CLAIMED' and claimed_by = :holder and lease_from = :from""")
    boolean hold(CheckInId id, ColleagueId holder, Instant from);

    /** Whoever answers has it. */
    @Modifying
    @Query("""
            update check_in set lease_from = :at, claimed_by = :by,
                claimed_at = case when claimed_by = :by then claimed_at else :at end,
                handed_by = case when claimed_by = :by then handed_by else claimed_by end
            where id = :id and state = 'CLAIMED' and lease_from = :from""")
    boolean keep(CheckInId id, Instant from, ColleagueId by, Instant at);

    @Modifying
    @Query("""
            update check_in set claimed_by = :to, claimed_at = :at, lease_from = :at, handed_by = :by
            where id = :id and state = 'CLAIMED' and claimed_by = :holder""")
    boolean handOver(CheckInId id, ColleagueId holder, ColleagueId to, ColleagueId by, Instant at);

    @Modifying
    @Query("""
            update check_in set state = 'OPEN', claimed_by = null, claimed_at = null, handed_by = null,
                let_go = :how, let_go_by = :by, let_go_at = :at
            where id = :id and state = 'CLAIMED' and claimed_by = :holder""")
    boolean letGo(CheckInId id, ColleagueId holder, LetGo how, ColleagueId by, Instant at);
}
