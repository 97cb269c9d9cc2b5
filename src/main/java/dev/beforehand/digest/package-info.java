/** The morning digest as a read model. */
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
            "correspondence",
            "invoices",
            "plans",
            "checkins",
            "reminders"
        })
package dev.beforehand.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
