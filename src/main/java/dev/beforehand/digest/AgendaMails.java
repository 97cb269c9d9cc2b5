package dev.beforehand.digest;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.digest.Agenda.MailLine;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails about the clients of one account manager that wait for somebody. */
@Component
class AgendaMails {

    private static final String LINES = """
            select m.id, m.client_id, c.name as client_name, m.subject, m.arrived_at
            from client c join incoming_mail m on m.client_id = c.id
            where c.account_manager_id = :person and m.state = 'WAITING' and m.kind in (%s) order by m.id""";

    static final String REPLIES = LINES.formatted("'REPLY', 'UNREADABLE'");
    static final String BOUNCES = LINES.formatted("'BOUNCE'");

    private final JdbcClient jdbc;

    AgendaMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MailLine> replies(ColleagueId person) {
        return lines(REPLIES, person);
    }

    List<MailLine> bounces(ColleagueId person) {
        return lines(BOUNCES, person);
    }

    private List<MailLine> lines(String sql, ColleagueId person) {
        return jdbc.sql(sql)
                .param("person", person.value())
                .query((row, number) -> new MailLine(
                        new IncomingId(row.getLong("id")),
                        new ClientId(row.getLong("client_id")),
                        row.getString("client_name"),
                        row.getString("subject"),
                        Instant.ofEpochMilli(row.getLong("arrived_at"))))
                .list();
    }
}
