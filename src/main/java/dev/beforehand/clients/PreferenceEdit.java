package dev.beforehand.clients;

import org.jspecify.annotations.Nullable;

/**
 * What a colleague changed of what the list of clients says.
 *
 * @param listed what the list said when it was changed; the edit stands until the list says something else
 */
record PreferenceEdit(PreferenceField field, @Nullable String listed) {}
