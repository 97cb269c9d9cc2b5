/** Everything that speaks to Slack; one sub-package a surface. */
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
            "correspondence",
            "notes",
            "reminders",
            "accounts",
            "digest"
        })
package dev.beforehand.slack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
