package dev.beforehand.clients;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes how a client wants to be written to, beside what the list of clients says; see {@link ClientDirectory}. */
@Service
public class ClientPreferences {

    private final ClientRepository clients;
    private final PreferenceEdits edits;
    private final PreferenceNews news;

    ClientPreferences(ClientRepository clients, PreferenceEdits edits, PreferenceNews news) {
        this.clients = clients;
        this.edits = edits;
        this.news = news;
    }

    /**
     * Saves what somebody changed in a form. What they left as it was shown stays as it is now.
     *
     * @param shown the fingerprint of each field as the form showed it
     * @param wanted the value of each field of the form
     */
    @Transactional
    public Edited edit(
            ClientId id,
            Map<PreferenceField, Integer> shown,
            Map<PreferenceField, @Nullable String> wanted,
            ColleagueId by) {
        clients.lock(id.value());
        var before = clients.findById(id).orElse(null);
        if (before == null) {
            return new Edited.Unknown();
        }
        var touched = those(
                wanted.keySet(),
                field -> !Objects.equals(shown.get(field), PreferenceField.fingerprint(wanted.get(field)))
                        && !Objects.equals(wanted.get(field), field.of(before)));
        var overtaken = those(touched, field -> !Objects.equals(shown.get(field), field.fingerprint(before)));
        if (!overtaken.isEmpty()) {
            return new Edited.Overtaken(before, overtaken);
        }
        if (!touched.isEmpty()) {
            save(before, touched, wanted, by);
        }
        return new Edited.Saved(touched);
    }

    private void save(
            Client before,
            Set<PreferenceField> touched,
            Map<PreferenceField, @Nullable String> wanted,
            ColleagueId by) {
        var earlier = edits.of(before.id()).stream().collect(Collectors.toMap(PreferenceEdit::field, edit -> edit));
        var after = before;
        for (var field : touched) {
            after = field.in(after, wanted.get(field));
            var edit = earlier.get(field);
            if (edit != null && Objects.equals(edit.listed(), wanted.get(field))) {
                edits.remove(before.id(), field);
            } else {
                edits.put(before.id(), field, field.of(before), by);
            }
        }
        clients.save(after);
        news.changed(before, after, touched, by);
    }

    private static Set<PreferenceField> those(Set<PreferenceField> fields, Predicate<PreferenceField> which) {
        var those = EnumSet.noneOf(PreferenceField.class);
        fields.stream().filter(which).forEach(those::add);
        return those;
    }
}
