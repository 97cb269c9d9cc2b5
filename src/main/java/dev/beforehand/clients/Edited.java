package dev.beforehand.clients;

import java.util.Set;

/** What became of an edit of preferences. */
public sealed interface Edited {

    /** @param fields those that have another value now; none where nothing was changed */
    record Saved(Set<PreferenceField> fields) implements Edited {}

    /** Nothing was saved: these were changed by somebody else since the form was opened. */
    record Overtaken(Client now, Set<PreferenceField> fields) implements Edited {}

    record Unknown() implements Edited {}
}
