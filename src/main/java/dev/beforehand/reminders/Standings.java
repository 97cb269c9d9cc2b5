package dev.beforehand.reminders;

import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Holds;
import dev.beforehand.checkins.Promises;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.Plans;
import dev.beforehand.reminders.Observation.Standing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was agreed or said about invoices. */
@Component
class Standings {

    private final Invoices invoices;
    private final Plans plans;
    private final Disputes disputes;
    private final Promises promises;
    private final Holds holds;

    Standings(Invoices invoices, Plans plans, Disputes disputes, Promises promises, Holds holds) {
        this.invoices = invoices;
        this.plans = plans;
        this.disputes = disputes;
        this.promises = promises;
        this.holds = holds;
    }

    Of of(Collection<InvoiceId> asked, LocalDate today) {
        return new Of(
                invoices.missing(asked),
                disputes.standing(asked),
                plans.covered(asked),
                promises.covering(asked, today),
                holds.covering(asked, today));
    }

    /** Of some invoices. */
    record Of(
            Set<InvoiceId> missing,
            Set<InvoiceId> disputed,
            Set<InvoiceId> onPlans,
            Map<InvoiceId, LocalDate> promised,
            Map<InvoiceId, LocalDate> held) {

        Standing of(InvoiceId invoice) {
            return new Standing(
                    missing.contains(invoice),
                    disputed.contains(invoice),
                    onPlans.contains(invoice),
                    promised.get(invoice),
                    held.get(invoice));
        }
    }
}
