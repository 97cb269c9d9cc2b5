package dev.beforehand.invoices;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.util.List;

/** Which of the open invoices are meant. */
public sealed interface OpenInvoices {

    record All() implements OpenInvoices {}

    record Overdue() implements OpenInvoices {}

    /** Due today and in the days after it. */
    record Due(int days) implements OpenInvoices {}

    record LookedAfterBy(ColleagueId accountManager) implements OpenInvoices {}

    /** @param clients some, and not too many for one query */
    record Of(List<ClientId> clients) implements OpenInvoices {}
}
