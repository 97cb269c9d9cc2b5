package dev.beforehand.digest;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.reminders.Reminder.Kind;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** The letters of a day to somebody's clients: how many of them are where, and the first ones. */
@Service
public class LettersToday {

    private static final String OF_THE_DAY = """
            from reminder r join client c on c.id = r.client_id
            where r.day = :day and r.state <> 'CANCELLED' and (:manager = 0 or c.account_manager_id = :manager)
            """;

    private final JdbcClient jdbc;

    LettersToday(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lines the first of them, those that are still to leave before those that have left */
    public record Letters(Map<State, Integer> count, List<Line> lines) {

        public int total() {
            return count.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public record Line(ClientId client, String clientName, Kind kind, State state) {}

    /** @param manager of whose clients; empty: of all */
    public Letters on(LocalDate day, @Nullable ColleagueId manager, int limit) {
        var count = new EnumMap<State, Integer>(State.class);
        of("select r.state, count(*) as letters " + OF_THE_DAY + " group by r.state", day, manager)
                .query(row -> {
                    count.put(State.valueOf(row.getString("state")), row.getInt("letters"));
                });
        var lines = of(
                        "select r.client_id, c.name, r.kind, r.state " + OF_THE_DAY
                                + " order by case when r.state = 'SENT' then 1 else 0 end, r.leaves_at, r.id limit :limit",
                        day,
                        manager)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        new ClientId(row.getLong("client_id")),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        State.valueOf(row.getString("state"))))
                .list();
        return new Letters(count, lines);
    }

    private StatementSpec of(String sql, LocalDate day, @Nullable ColleagueId manager) {
        return jdbc.sql(sql).param("day", day).param("manager", manager == null ? 0 : manager.value());
    }
}
