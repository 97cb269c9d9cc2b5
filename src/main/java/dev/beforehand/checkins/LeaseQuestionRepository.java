package dev.beforehand.checkins;

import dev.beforehand.checkins.LeaseQuestion.Answer;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface LeaseQuestionRepository extends Repository<LeaseQuestion, Long> {

    /** It waits, and its lease is over or another. */
    String OVERTAKEN = """
            select * from lease_question q where q.answer is null and not exists (
                select 1 from check_in k
                where k.id = q.check_in_id and k.state = 'CLAIMED' and k.lease_from = q.lease_from)
            """;

    @Modifying
    @Query("""
            insert into lease_question (check_in_id, lease_from, number, asked_of, asked_at, asked_on)
            values (:checkIn, :from, :number, :of, :at, :on) on conflict do nothing""")
    boolean ask(CheckInId checkIn, Instant from, int number, ColleagueId of, Instant at, LocalDate on);

    @Modifying
    @Query("update lease_question set shown_at = :at where id = :id and shown_at is null")
    void shown(long id, Instant at);

    Optional<LeaseQuestion> findById(long id);

    @Query("select * from lease_question where asked_of = :of and asked_on = :on order by id")
    List<LeaseQuestion> askedOf(ColleagueId of, LocalDate on);

    @Query("select * from lease_question where check_in_id = :checkIn and answer is null")
    List<LeaseQuestion> waiting(CheckInId checkIn);

    @Query(OVERTAKEN + " and q.check_in_id = :checkIn order by q.id")
    List<LeaseQuestion> overtaken(CheckInId checkIn);

    @Query(OVERTAKEN + " order by q.id")
    List<LeaseQuestion> overtaken();

    @Modifying
    @Query("""
            update lease_question set answer = :answer, answered_by = :by, answered_at = :at
            where id = :id and answer is null""")
    boolean answer(long id, Answer answer, @Nullable ColleagueId by, Instant at);
}
