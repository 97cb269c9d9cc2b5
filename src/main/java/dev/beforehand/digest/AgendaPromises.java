package dev.beforehand.digest;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.digest.Agenda.PromiseLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the clients of one account manager promised. */
@Component
class AgendaPromises {

    private static final String OF_THEIR_CLIENTS =
            "p.client_id in (select id from client where account_manager_id = :person)";

    private static final String LINES = """
            select p.id, p.client_id, c.name as client_name, p.amount, p.currency, p.promised_on, %s as arrived
            from promise p join client c on c.id = p.client_id where\s""".formatted(BrokenPromises.ARRIVED);

    static final String PROMISED = LINES + OF_THEIR_CLIENTS + " and p.state = 'ACTIVE' and p.promised_on <= :day"
            + " and p.amount > " + BrokenPromises.ARRIVED + "order by p.promised_on, p.id";

    static final String BROKEN = LINES + "p.id in (select p.id " + BrokenPromises.BROKEN + "and " + OF_THEIR_CLIENTS
            + ") order by p.judged_on desc, p.id desc";

    private final JdbcClient jdbc;

    AgendaPromises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PromiseLine> promised(ColleagueId person, LocalDate day) {
        return lines(PROMISED, person, day);
    }

    List<PromiseLine> broken(ColleagueId person, LocalDate day) {
        return lines(BROKEN, person, day);
    }

    private List<PromiseLine> lines(String sql, ColleagueId person, LocalDate day) {
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("day", day)
                .query((row, number) -> line(row))
                .list();
    }

    private static PromiseLine line(ResultSet row) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new PromiseLine(
                row.getLong("id"),
                new ClientId(row.getLong("client_id")),
                row.getString("client_name"),
                Money.ofMinor(currency, row.getLong("amount")),
                LocalDate.parse(row.getString("promised_on")),
                Money.ofMinor(currency, row.getLong("arrived")));
    }
}
