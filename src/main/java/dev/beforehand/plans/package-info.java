/** Payment plans: what is proposed, who approved it and what is payable when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "database", "activity", "clients", "invoices"})
package dev.beforehand.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
