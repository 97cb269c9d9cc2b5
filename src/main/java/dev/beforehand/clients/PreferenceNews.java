package dev.beforehand.clients;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down which preferences changed, and from what, so that nothing is lost; in the caller's transaction. */
@Component
class PreferenceNews {

    private final Activities activities;

    PreferenceNews(Activities activities) {
        this.activities = activities;
    }

    /** @param by who changed them in Slack; empty: the list of clients says something else now */
    void changed(Client before, Client after, Collection<PreferenceField> fields, @Nullable ColleagueId by) {
        activities.record(fields.stream()
                .map(field -> new Activity(
                        Kind.PREFERENCE_CHANGED,
                        by == null ? "ledger" : "slack",
                        by == null ? null : by.value(),
                        after.id().value(),
                        null,
                        null,
                        field + ": " + said(field, before) + " → " + said(field, after)))
                .toList());
    }

    private static String said(PreferenceField field, Client client) {
        return Objects.requireNonNullElse(field.of(client), "");
    }
}
