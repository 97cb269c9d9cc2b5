/** A small Slack and a mailbox in the same process, for trying Beforehand with no account anywhere. */
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
            "plans",
            "checkins",
            "reminders",
            "digest"
        })
package dev.beforehand.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
