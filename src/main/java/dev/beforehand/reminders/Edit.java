package dev.beforehand.reminders;

import dev.beforehand.invoices.InvoiceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes about a letter that waits.
 *
 * @param subject instead of the template's; empty for the template's
 * @param note a paragraph to be added; empty for none
 * @param dropped the invoices that shall not stand in it, all of them: what an earlier edit dropped and this one does not is in
 *     it again. They stay open, and what they were asked for comes another day
 */
public record Edit(@Nullable String subject, @Nullable String note, Set<InvoiceId> dropped) {

    public Edit {
        dropped = Set.copyOf(dropped);
    }
}
