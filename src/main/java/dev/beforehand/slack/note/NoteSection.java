package dev.beforehand.slack.note;

import dev.beforehand.digest.Agenda;
import java.util.List;
import java.util.Locale;

/** The parts of a note, in its order. */
enum NoteSection {
    REPLIES,
    BROKEN,
    PROMISED,
    TO_CLAIM,
    CLAIMED,
    LETTERS,
    BOUNCES;

    /** As it stands in action ids and in the keys of phrases. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NoteSection of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    List<?> of(Agenda agenda) {
        return switch (this) {
            case REPLIES -> agenda.replies();
            case BROKEN -> agenda.broken();
            case PROMISED -> agenda.promised();
            case TO_CLAIM -> agenda.toClaim();
            case CLAIMED -> agenda.claimed();
            case LETTERS -> agenda.letters();
            case BOUNCES -> agenda.bounces();
        };
    }
}
