package dev.beforehand.slack.note;

import dev.beforehand.calendar.DailyJob;
import dev.beforehand.slack.TodaysDigest;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** The notes that come with the digest come right after it, and not a minute later. */
@Component
class NotesWithTheDigest implements DailyJob {

    private final MorningNotes notes;
    private final TodaysDigest digest;

    NotesWithTheDigest(MorningNotes notes, TodaysDigest digest) {
        this.notes = notes;
        this.digest = digest;
    }

    @Override
    public String name() {
        return "morning-notes";
    }

    @Override
    public LocalTime time() {
        return digest.time();
    }

    @Override
    public void run(LocalDate day) {
        notes.sayDue();
    }
}
