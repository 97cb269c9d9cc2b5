package dev.beforehand.reminders;

import dev.beforehand.invoices.InvoiceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes about a letter that waits.
 *
 * @param subject instead of the template's; empty for the template's
 * @param note a paragraph to be added; empty for none
 * @param dropped invoices that shall not stand in it; they stay open, and what they were asked for comes another day
 */
public record Edit(@Nullable String subject, @Nullable String note, Set<InvoiceId> dropped) {

    public Edit {
        dropped = Set.copyOf(dropped);
    }
}
