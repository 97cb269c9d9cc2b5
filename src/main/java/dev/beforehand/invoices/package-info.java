/** The ledger: invoices, their balances, what is due when, and how a ledger file comes in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "database", "activity", "mail", "letters", "clients"})
package dev.beforehand.invoices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
