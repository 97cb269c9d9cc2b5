package dev.beforehand.slack.note;

import dev.beforehand.clients.ColleagueId;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who gets a note, and how they want it.
 *
 * @param slackUser empty until they were first met in Slack
 * @param at when, in the team's zone; empty: with the digest
 * @param notedOn the newest day on which their note had its turn
 */
record NoteReader(
        ColleagueId id,
        @Nullable String slackUser,
        @Nullable String email,
        boolean muted,
        @Nullable LocalTime at,
        @Nullable LocalDate notedOn) {

    boolean hadTheirTurnOn(LocalDate day) {
        return notedOn != null && !notedOn.isBefore(day);
    }
}
