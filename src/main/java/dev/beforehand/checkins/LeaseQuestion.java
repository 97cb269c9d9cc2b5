package dev.beforehand.checkins;

import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * 'Still on it?'
 *
 * @param number the first, second or third of a lease
 * @param askedOf the holder, or whoever stands in for them
 * @param askedOn the day on which it was asked, by the clock's zone; empty: it was asked before questions had one
 * @param shownAt empty while it is not in Slack
 * @param answer empty while it waits
 * @param answeredBy empty where nobody answered it
 */
public record LeaseQuestion(
        @Id long id,
        CheckInId checkInId,
        Instant leaseFrom,
        int number,
        ColleagueId askedOf,
        Instant askedAt,
        @Nullable LocalDate askedOn,
        @Nullable Instant shownAt,
        @Nullable Answer answer,
        @Nullable ColleagueId answeredBy,
        @Nullable Instant answeredAt) {

    /** What came of it. */
    public enum Answer {
        KEPT,
        HANDED_OVER,
        GIVEN_BACK,
        NO_ANSWER,
        /** A newer question took its place. */
        ASKED_AGAIN,
        /** Something else answered it: the holder did something, or the check-in is done. */
        OVERTAKEN
    }

    public boolean waits() {
        return answer == null;
    }

    public boolean isLast() {
        return number == LeasePolicy.QUESTIONS;
    }
}
