/** Which letter a client gets on which day, and the outbox that sends it once. */
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
            "checkins"
        })
package dev.beforehand.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
