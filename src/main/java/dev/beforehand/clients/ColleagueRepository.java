package dev.beforehand.clients;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface ColleagueRepository extends Repository<Colleague, ColleagueId> {

    Optional<Colleague> findById(ColleagueId id);

    Optional<Colleague> findBySlackUserId(String slackUserId);

    Optional<Colleague> findByEmail(String email);

    @Query("""
            select count(*) from client
            where account_manager_id in (select id from colleague where email = :email)""")
    int countClientsOf(String email);

    @Modifying
    @Query(
            "insert into colleague (slack_user_id, email, name) values (:slackUserId, :email, :name) on conflict do nothing")
    void add(@Nullable String slackUserId, @Nullable String email, String name);

    @Modifying
    @Query("update colleague set name = :name where id = :id")
    void rename(ColleagueId id, String name);

    @Modifying
    @Query("update colleague set slack_user_id = :slackUserId, name = :name where id = :id")
    void meet(ColleagueId id, String slackUserId, String name);
}
