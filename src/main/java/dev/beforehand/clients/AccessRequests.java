package dev.beforehand.clients;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has asked for a role, and what was decided. A person has one open request at most, and each is decided once. */
@Service
public class AccessRequests {

    private final JdbcClient jdbc;
    private final Activities activities;
    private final Clock clock;

    AccessRequests(JdbcClient jdbc, Activities activities, Clock clock) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * Asks for a role, or has the open request carry out another click.
     *
     * @return the request that is open now
     */
    @Transactional
    public AccessRequest ask(String slackUserId, String name, long meantClick) {
        jdbc.sql("""
                        insert into access_request (slack_user_id, name, asked_at) values (?, ?, ?)
                        on conflict do nothing""").params(slackUserId, name, clock.millis()).update();
        jdbc.sql("update access_request set meant_click = ? where slack_user_id = ? and decided_at is null")
                .params(meantClick, slackUserId)
                .update();
        return newest(slackUserId).orElseThrow();
    }

    public Optional<AccessRequest> find(AccessRequest.Id id) {
        return jdbc.sql("select * from access_request where id = ?")
                .param(id.value())
                .query(AccessRequests::read)
                .optional();
    }

    public Optional<AccessRequest> newest(String slackUserId) {
        return jdbc.sql("select * from access_request where slack_user_id = ? order by id desc limit 1")
                .param(slackUserId)
                .query(AccessRequests::read)
                .optional();
    }

    /** The role that a finance lead has given to this person. */
    public Optional<Role> given(String slackUserId) {
        return jdbc.sql("""
                        select role from access_request where slack_user_id = ? and role is not null
                        order by id desc limit 1""").param(slackUserId).query(String.class).optional().map(Role::valueOf);
    }

    /**
     * Of several decisions the first one stands.
     *
     * @param role empty: none
     * @return whether this one stands
     */
    @Transactional
    public boolean decide(AccessRequest request, @Nullable Role role, ColleagueId by) {
        int decided = jdbc.sql("""
                        update access_request set role = ?, decided_by = ?, decided_at = ?
                        where id = ? and decided_at is null""")
                .param(role == null ? null : role.name())
                .param(by.value())
                .param(clock.millis())
                .param(request.id().value())
                .update();
        if (decided == 1) {
            var detail = request.name() + ", " + request.slackUserId() + (role == null ? "" : ", " + role);
            activities.record(Activity.inSlack(
                    role == null ? Kind.ROLE_REFUSED : Kind.ROLE_GIVEN, by.value(), null, null, detail));
        }
        return decided == 1;
    }

    private static AccessRequest read(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        var by = number(row, "decided_by");
        var decidedAt = number(row, "decided_at");
        return new AccessRequest(
                new AccessRequest.Id(row.getLong("id")),
                row.getString("slack_user_id"),
                row.getString("name"),
                number(row, "meant_click"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                role == null ? null : Role.valueOf(role),
                by == null ? null : new ColleagueId(by),
                decidedAt == null ? null : Instant.ofEpochMilli(decidedAt));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
