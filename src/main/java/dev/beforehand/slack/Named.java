package dev.beforehand.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whom a setting names.
 *
 * @param emails in lower case
 */
record Named(List<String> users, List<String> emails, List<String> groups) {

    /** @throws IllegalArgumentException where an entry is none of these; it says what would be right */
    static Named in(String setting, List<String> entries) {
        var named = new Named(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var entry : entries) {
            if (entry.matches("[UW][A-Z0-9]+")) {
                named.users.add(entry);
            } else if (entry.matches("S[A-Z0-9]+")) {
                named.groups.add(entry);
            } else if (entry.matches("[^@\\s]+@[^@\\s]+")) {
                named.emails.add(entry.toLowerCase(Locale.ROOT));
            } else {
                throw new IllegalArgumentException(setting + " names '" + entry
                        + "'; write Slack user ids like U012AB3CD, found in a person's profile under 'Copy member ID',"
                        + " e-mail addresses, or ids of Slack user groups like S012AB3CD.");
            }
        }
        return named;
    }
}
