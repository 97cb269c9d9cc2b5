/** The conversation with a client a week before an invoice is due, and what the client said. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "database",
            "activity",
            "mail",
            "letters",
            "clients",
            "invoices",
            "plans"
        })
package dev.beforehand.checkins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
