package dev.beforehand.invoices;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.invoices.Invoice.ClosedBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Notices that invoices were paid or voided. */
@Service
public class Payments {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    Payments(
            JdbcClient jdbc,
            Activities activities,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.activities = activities;
        this.events = events;
    }

    /**
     * Writes an activity for each invoice that was closed by this day and of which nobody was told, once each, however
     * many ask at once. Not within a transaction: it makes a short one for every few hundred.
     *
     * @return the invoices that were noted now
     */
    public List<InvoiceId> note(LocalDate day) {
        var noted = new ArrayList<InvoiceId>();
        List<InvoiceLine> page;
        do {
            page = jdbc.sql(InvoiceLines.SELECT + "where not i.noted and i.open_until <= ? order by i.id limit " + PAGE)
                    .param(day)
                    .query(InvoiceLines::read)
                    .list();
            noted.addAll(note(page));
        } while (page.size() == PAGE);
        return noted;
    }

    private List<InvoiceId> note(List<InvoiceLine> closed) {
        return transactions.execute(transaction -> {
            var mine = closed.stream().filter(this::take).toList();
            mine.forEach(this::tell);
            var ids = mine.stream().map(InvoiceLine::id).toList();
            if (!ids.isEmpty()) {
                events.publishEvent(new InvoicesClosed(ids));
            }
            return ids;
        });
    }

    private boolean take(InvoiceLine line) {
        return jdbc.sql("update invoice set noted = true where id = ? and not noted")
                        .param(line.id().value())
                        .update()
                == 1;
    }

    /** What arrived is what was left to pay; where that is not known, the whole. */
    private void tell(InvoiceLine line) {
        var invoice = line.invoice();
        var left = invoice.total().minus(invoice.paid());
        var voided = invoice.closedBy() == ClosedBy.VOID;
        activities.record(new Activity(
                voided ? Kind.INVOICE_VOIDED : Kind.INVOICE_PAID,
                "ledger",
                null,
                invoice.clientId().value(),
                invoice.id().value(),
                left.isPositive() ? left : invoice.total(),
                invoice.number()));
    }
}
