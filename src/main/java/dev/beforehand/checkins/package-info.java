/** The conversation with a client a week before an invoice is due, what the client said, and what is held back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "database", "activity", "clients", "invoices"})
package dev.beforehand.checkins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
