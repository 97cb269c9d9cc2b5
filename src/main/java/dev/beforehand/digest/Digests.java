package dev.beforehand.digest;

import dev.beforehand.activity.Activities;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.digest.Digest.BrokenLine;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.digest.Digest.Missing;
import dev.beforehand.digest.Digest.PlanLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.digest.DigestSums.Due;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.plans.Plans;
import dev.beforehand.reminders.PlannedLetters;
import dev.beforehand.reminders.Reminders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts the morning digest together; one query a section, however many invoices there are. */
@Service
public class Digests {

    /** How many days ahead 'due soon' looks. */
    public static final int HORIZON = 7;

    private final DigestSums sums;
    private final BrokenPromises brokenPromises;
    private final CheckInLines checkIns;
    private final Invoices invoices;
    private final Plans plans;
    private final Reminders reminders;
    private final Activities activities;
    private final JdbcClient jdbc;

    Digests(
            DigestSums sums,
            BrokenPromises brokenPromises,
            CheckInLines checkIns,
            Invoices invoices,
            Plans plans,
            Reminders reminders,
            Activities activities,
            JdbcClient jdbc) {
        this.sums = sums;
        this.brokenPromises = brokenPromises;
        this.checkIns = checkIns;
        this.invoices = invoices;
        this.plans = plans;
        this.reminders = reminders;
        this.activities = activities;
        this.jdbc = jdbc;
    }

    /**
     * The digest of that day.
     *
     * @param last when the digest before this one was posted
     * @param lines how many lines each section shows
     */
    public Digest forDay(LocalDate day, Instant last, int lines) {
        var sum = sums.on(day, HORIZON);
        return new Digest(
                day,
                activities.since(last),
                sum.of(Due.values()),
                sum.of(Due.TODAY),
                sum.of(Due.SOON),
                sum.overdue(),
                sum.overdueByAge(),
                broken(day, lines, 0),
                toClaim(day, lines, 0),
                claimed(day, lines, 0),
                new Section<>(
                        invoices.dueOn(day, lines, 0).lines(), sum.of(Due.TODAY).count()),
                new Section<>(
                        invoices.overdue(day, lines, 0).lines(), sum.overdue().count()),
                plans(lines, 0),
                letters(day, lines, 0),
                missing(day, lines));
    }

    /** Promises that were broken, and about which nothing was agreed since; the newest first. */
    public Section<BrokenLine> broken(LocalDate day, int limit, int offset) {
        return brokenPromises.on(day, limit, offset);
    }

    public Section<CheckInLine> toClaim(LocalDate day, int limit, int offset) {
        return checkIns.in(State.OPEN, day, limit, offset);
    }

    public Section<CheckInLine> claimed(LocalDate day, int limit, int offset) {
        return checkIns.in(State.CLAIMED, day, limit, offset);
    }

    public Section<InvoiceLine> dueToday(LocalDate day, int limit, int offset) {
        return new Section<>(
                invoices.dueOn(day, limit, offset).lines(),
                sums.on(day, HORIZON).of(Due.TODAY).count());
    }

    public Section<InvoiceLine> overdue(LocalDate day, int limit, int offset) {
        return new Section<>(
                invoices.overdue(day, limit, offset).lines(),
                sums.on(day, HORIZON).overdue().count());
    }

    /** Plans that wait for a decision, the oldest first. */
    public Section<PlanLine> plans(int limit, int offset) {
        var lines = jdbc.sql("""
                select p.id, c.name as client_name, a.name as account_manager, m.name as proposed_by from payment_plan p
                join client c on c.id = p.client_id join colleague m on m.id = p.proposed_by
                left join colleague a on a.id = c.account_manager_id
                where p.state = 'PROPOSED' order by p.id limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) ->
                        line(plans.find(new PlanId(row.getLong("id"))).orElseThrow(), row))
                .list();
        return new Section<>(
                lines,
                jdbc.sql("select count(*) from payment_plan where state = 'PROPOSED'")
                        .query(Integer.class)
                        .single());
    }

    private PlanLine line(PaymentPlan plan, ResultSet row) throws SQLException {
        var planned = plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
        return new PlanLine(
                plan,
                row.getString("client_name"),
                row.getString("account_manager"),
                row.getString("proposed_by"),
                invoices.all(planned));
    }

    /** The letters of the day: those that are to leave, and what became of those that were to. */
    public PlannedLetters letters(LocalDate day, int limit, int offset) {
        return reminders.planned(day, limit, offset);
    }

    private Missing missing(LocalDate day, int lines) {
        return new Missing(
                clientsWith("c.contact_email is null", day, lines),
                clientsWith("c.account_manager_id is null", day, lines));
    }

    private Section<String> clientsWith(String gap, LocalDate day, int lines) {
        var which = "from client c where " + gap + " and exists (select 1 from invoice i where i.client_id = c.id"
                + " and i.issued_on <= :day and i.open_until > :day)";
        var names = jdbc.sql("select c.name " + which + " order by c.name_key limit :limit")
                .param("day", day)
                .param("limit", lines)
                .query((row, number) -> row.getString("name"))
                .list();
        var total = jdbc.sql("select count(*) " + which)
                .param("day", day)
                .query(Integer.class)
                .single();
        return new Section<>(names, total);
    }
}
