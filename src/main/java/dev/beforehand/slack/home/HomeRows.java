package dev.beforehand.slack.home;

import dev.beforehand.accounts.Portfolio.From;
import dev.beforehand.accounts.Portfolio.Order;
import dev.beforehand.clients.ClientId;
import dev.beforehand.slack.home.Home.Tour;
import dev.beforehand.slack.home.Home.Whose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has looked at Home, and how they have set it up. */
@Repository
class HomeRows {

    /** Somebody who has not looked for longer sees the newest state when they do. */
    private static final Duration LATELY = Duration.ofDays(3);

    /** Whoever did something about a client sees for so long what becomes of it. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** A refresh that is to come this late at least certainly sees what is committed now. */
    private static final Duration SURE = Duration.ofSeconds(2);

    private static final String OPENED_LATELY = """
            select h.slack_user_id from home h left join colleague c on c.slack_user_id = h.slack_user_id
            where h.opened_at > :lately and not exists (
                select 1 from slack_errand e
                where e.subject = 'home:' || h.slack_user_id and e.parked_at is null and e.due_at > :sure)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    HomeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** They look at it. */
    @Transactional
    public void opened(Home first) {
        jdbc.sql("""
                        insert into home (slack_user_id, opened_at, whose, sort, only_late, tour_step, tour_open)
                        values (:person, :now, :whose, :sort, :late, :step, :open)
                        on conflict (slack_user_id) do update set opened_at = excluded.opened_at""")
                .param("person", first.person())
                .param("now", clock.millis())
                .param("whose", first.whose().name())
                .param("sort", first.order().name())
                .param("late", first.onlyLate())
                .param("step", first.tour().step())
                .param("open", first.tour().open())
                .update();
    }

    /** Sets it up in another way, where they have looked at it before. */
    @Transactional
    public void change(String person, UnaryOperator<Home> change) {
        find(person)
                .map(change)
                .ifPresent(now -> jdbc.sql("""
                        update home set whose = :whose, sort = :sort, only_late = :late, currency = :currency, page = :page,
                            tour_step = :step, tour_open = :open
                        where slack_user_id = :person""")
                        .param("whose", now.whose().name())
                        .param("sort", now.order().name())
                        .param("late", now.onlyLate())
                        .param("currency", now.currencyCode())
                        .param("page", now.pageText())
                        .param("step", now.tour().step())
                        .param("open", now.tour().open())
                        .param("person", person)
                        .update());
    }

    Optional<Home> find(String person) {
        return jdbc.sql("select * from home where slack_user_id = ?")
                .param(person)
                .query(HomeRows::read)
                .optional();
    }

    /** Who has looked lately, and is not about to be shown everything anyhow. */
    List<String> openedLately() {
        return jdbc.sql(OPENED_LATELY)
                .param("lately", before(LATELY))
                .param("sure", clock.instant().plus(SURE).toEpochMilli())
                .query((row, number) -> row.getString("slack_user_id"))
                .list();
    }

    /** Of them, those who see something of this client. */
    List<String> seeing(ClientId client) {
        return jdbc.sql(OPENED_LATELY + """
                        and (h.whose = 'ALL'
                            or exists (select 1 from client k where k.id = :client and k.account_manager_id = c.id)
                            or exists (select 1 from check_in k where k.client_id = :client and k.claimed_by = c.id)
                            or exists (
                                select 1 from activity a
                                where a.client_id = :client and a.at > :remembered and a.actor_id = c.id))""")
                .param("lately", before(LATELY))
                .param("sure", clock.instant().plus(SURE).toEpochMilli())
                .param("client", client.value())
                .param("remembered", before(REMEMBERED))
                .query((row, number) -> row.getString("slack_user_id"))
                .list();
    }

    private long before(Duration time) {
        return clock.instant().minus(time).toEpochMilli();
    }

    private static Home read(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        var page = row.getString("page");
        return new Home(
                row.getString("slack_user_id"),
                Whose.valueOf(row.getString("whose")),
                Order.valueOf(row.getString("sort")),
                row.getBoolean("only_late"),
                currency == null ? null : CurrencyUnit.of(currency),
                page == null ? null : From.of(page),
                new Tour(row.getInt("tour_step"), row.getBoolean("tour_open")));
    }
}
