package dev.beforehand.clients;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface AbsenceRepository extends Repository<Colleague, ColleagueId> {

    @Query("select * from absence where colleague_id = :colleague and back_on > :day")
    Optional<Absence> of(ColleagueId colleague, LocalDate day);

    @Modifying
    @Query("""
            insert into absence (colleague_id, back_on, backup_id) values (:colleague, :backOn, :backup)
            on conflict (colleague_id) do update set back_on = excluded.back_on, backup_id = excluded.backup_id""")
    void keep(ColleagueId colleague, LocalDate backOn, ColleagueId backup);

    @Modifying
    @Query("update absence set back_on = :today where colleague_id = :colleague and back_on > :today")
    boolean end(ColleagueId colleague, LocalDate today);

    @Modifying
    @Query("update colleague set name = name where id = :id")
    void lock(long id);
}
