package dev.beforehand.reminders;

import dev.beforehand.mail.MailAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A letter whose try has begun, with what it takes to write it. It is gathered for many letters at once: to ask for each
 * would take longer than to send it.
 *
 * @param seen what is known of its client and its invoices at this moment
 * @param replies where an answer goes as well; empty where no inbox is set up for that
 * @param follows the Message-IDs of the letters that it follows, and of what was written about them, the oldest first
 * @param suspended of its recipients those from whom mail came back, in lower case
 */
record Departing(
        Reminder letter, Observation seen, @Nullable MailAddress replies, List<String> follows, Set<String> suspended) {

    ReminderId id() {
        return letter.id();
    }

    /** The address to which it goes. */
    String recipient() {
        return Objects.requireNonNull(seen.client().contactEmail()).strip();
    }
}
