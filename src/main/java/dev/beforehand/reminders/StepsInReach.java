package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open invoices that have reached a step about which nothing was written yet, with their clients, page by page. */
@Repository
class StepsInReach {

    static final int PAGE = 2000;

    private final JdbcClient jdbc;
    private final Cadence cadence;
    private final String query;

    StepsInReach(JdbcClient jdbc, ReminderPolicy policy) {
        this.jdbc = jdbc;
        this.cadence = policy.cadence();
        this.query = query(cadence);
    }

    /** @param lastStep of the letters about the invoice; empty where there is none */
    record Row(
            Invoice invoice,
            String clientName,
            @Nullable String contactEmail,
            @Nullable String managerName,
            @Nullable String managerEmail,
            boolean writtenToday,
            @Nullable Integer lastStep) {

        ClientId client() {
            return invoice.clientId();
        }
    }

    /**
     * The next clients after this one, each with all its rows; a client with more rows than a page holds gets the first
     * of them, and the rest another day.
     */
    List<Row> after(@Nullable ClientId client, LocalDate today) {
        var values = new HashMap<String, Object>(Map.of(
                "after",
                client == null ? 0 : client.value(),
                "today",
                today,
                "from",
                cadence.earliestDue(today),
                "to",
                cadence.latestDue(today),
                "limit",
                PAGE));
        cadence.steps().forEach(step -> values.put(parameter(step), today.minusDays(step)));
        var rows = jdbc.sql(query).params(values).query(StepsInReach::read).list();
        return rows.size() < PAGE ? rows : withoutTheLastClient(rows);
    }

    private static List<Row> withoutTheLastClient(List<Row> rows) {
        var last = rows.getLast().client();
        var whole = rows.stream().filter(row -> !row.client().equals(last)).toList();
        return whole.isEmpty() ? rows : whole;
    }

    private static String query(Cadence cadence) {
        return """
                select * from (
                    select i.*, %s as step,
                           (select max(r.step) from reminder_invoice r where r.invoice_id = i.id
                               and r.due_on = i.due_on and r.left_out is null) as last_step,
                           exists (select 1 from reminder t where t.client_id = i.client_id
                               and t.day = :today and t.state <> 'CANCELLED') as written_today,
                           c.name as client_name, c.contact_email, m.name as manager_name, m.email as manager_email
                    from invoice i
                    join client c on c.id = i.client_id
                    left join colleague m on m.id = c.account_manager_id
                    where i.client_id > :after and i.issued_on <= :today and i.open_until > :today
                    and i.total > i.paid and i.due_on between :from and :to
                ) as reached
                where last_step is null or last_step < step
                order by client_id, due_on, number limit :limit""".formatted(newestStep(cadence));
    }

    private static String newestStep(Cadence cadence) {
        var steps = new StringBuilder("case");
        cadence.steps()
                .reversed()
                .forEach(step -> steps.append(" when i.due_on <= :")
                        .append(parameter(step))
                        .append(" then ")
                        .append(step));
        return steps.append(" end").toString();
    }

    private static String parameter(int step) {
        return step < 0 ? "before" + -step : "after" + step;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        var lastStep = row.getInt("last_step");
        var hasLastStep = !row.wasNull();
        return new Row(
                InvoiceLines.invoice(row),
                row.getString("client_name"),
                row.getString("contact_email"),
                row.getString("manager_name"),
                row.getString("manager_email"),
                row.getBoolean("written_today"),
                hasLastStep ? lastStep : null);
    }
}
