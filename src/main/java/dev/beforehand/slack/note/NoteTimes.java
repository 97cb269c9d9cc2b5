package dev.beforehand.slack.note;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.slack.TodaysDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When whose note is said. All times are of the team's zone. */
@Component
class NoteTimes {

    /** What could not be said so long after its time is no morning note any more. */
    static final Duration NEWS = Duration.ofHours(4);

    /** So long a note that comes with the digest waits for it; what is to be done waits for nobody's channel. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final TodaysDigest digest;
    private final WorkingDays workingDays;

    NoteTimes(TodaysDigest digest, WorkingDays workingDays) {
        this.digest = digest;
        this.workingDays = workingDays;
    }

    LocalTime of(NoteReader reader) {
        return Objects.requireNonNullElse(reader.at(), digest.time());
    }

    boolean isBeforeTheDigest(LocalTime at) {
        return at.isBefore(digest.time());
    }

    /** Whether the note of today is to be said now. */
    boolean hasCome(NoteReader reader, LocalDateTime now) {
        return isNews(reader, now) && (reader.at() != null || isDigestThere(now.toLocalTime()));
    }

    /** Whether the note of that day may still be said. */
    boolean isNews(NoteReader reader, LocalDateTime now) {
        var since = Duration.between(of(reader), now.toLocalTime());
        return workingDays.contains(now.toLocalDate()) && !since.isNegative() && since.compareTo(NEWS) < 0;
    }

    /** The day of the next note; empty where that of today is about to be said. */
    Optional<LocalDate> next(NoteReader reader, LocalDateTime now) {
        var today = now.toLocalDate();
        if (reader.hadTheirTurnOn(today)) {
            return Optional.of(workingDays.onOrAfter(today.plusDays(1)));
        }
        if (isNews(reader, now)) {
            return Optional.empty();
        }
        var isToCome = now.toLocalTime().isBefore(of(reader));
        return Optional.of(workingDays.onOrAfter(isToCome ? today : today.plusDays(1)));
    }

    private boolean isDigestThere(LocalTime now) {
        return digest.thread().isPresent()
                || Duration.between(digest.time(), now).compareTo(PATIENCE) >= 0;
    }
}
