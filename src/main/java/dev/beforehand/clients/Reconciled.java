package dev.beforehand.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a list of clients makes of one whose preferences somebody has edited: an edit stands until the list itself says
 * something new about that field.
 *
 * @param over the edits that stand no longer
 */
record Reconciled(Client client, List<PreferenceEdit> over) {

    /** @param list makes of a client what the list says of it */
    static Reconciled of(Client before, List<PreferenceEdit> edits, UnaryOperator<Client> list) {
        var listedBefore = before;
        for (var edit : edits) {
            listedBefore = edit.field().in(listedBefore, edit.listed());
        }
        var listed = list.apply(listedBefore);
        var after = listed;
        var over = new ArrayList<PreferenceEdit>();
        for (var edit : edits) {
            if (edit.field().isSame(listedBefore, listed)) {
                after = edit.field().in(after, edit.field().of(before));
            } else {
                over.add(edit);
            }
        }
        return new Reconciled(after, over);
    }

    /** Neither does the client change, nor what stands of its edits. */
    boolean isNothingNewFor(Client before) {
        return client.equals(before) && over.isEmpty();
    }

    /** Of those that stand no longer, the ones by which something changes. */
    List<PreferenceField> overruled(Client before) {
        return over.stream()
                .map(PreferenceEdit::field)
                .filter(field -> !Objects.equals(field.of(before), field.of(client)))
                .toList();
    }
}
