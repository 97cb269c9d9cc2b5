package dev.beforehand.invoices;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.invoices.Invoice.ClosedBy;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices that invoices were paid or voided. */
@Service
public class Payments {

    private final JdbcClient jdbc;
    private final Activities activities;
    private final ApplicationEventPublisher events;

    Payments(JdbcClient jdbc, Activities activities, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.events = events;
    }

    /**
     * Writes an activity for each invoice that was closed by this day and of which nobody was told, once each.
     *
     * @return the invoices that were noted now
     */
    @Transactional
    public List<InvoiceId> note(LocalDate day) {
        var closed = jdbc.sql(InvoiceLines.SELECT + "where not i.noted and i.open_until <= ?")
                .param(day)
                .query(InvoiceLines::read)
                .list();
        closed.forEach(this::note);
        var ids = closed.stream().map(InvoiceLine::id).toList();
        if (!ids.isEmpty()) {
            jdbc.sql("update invoice set noted = true where not noted and open_until <= ?")
                    .param(day)
                    .update();
            events.publishEvent(new InvoicesClosed(ids));
        }
        return ids;
    }

    private void note(InvoiceLine line) {
        var invoice = line.invoice();
        var voided = invoice.closedBy() == ClosedBy.VOID;
        activities.record(new Activity(
                voided ? Kind.INVOICE_VOIDED : Kind.INVOICE_PAID,
                "ledger",
                null,
                invoice.clientId().value(),
                invoice.id().value(),
                invoice.total(),
                invoice.number()));
    }
}
