package dev.beforehand.clients;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who stands in for them. Nobody who is away stands in for anybody when that begins. */
@Service
public class Absences {

    private static final int LONGEST_YEARS = 1;

    private final AbsenceRepository absences;

    Absences(AbsenceRepository absences) {
        this.absences = absences;
    }

    /** Their absence on that day; empty where they are there. */
    public Optional<Absence> of(ColleagueId colleague, LocalDate day) {
        return absences.of(colleague, day);
    }

    /**
     * Who does on that day what is theirs: they themselves, or whoever stands in for them. A backup who has left since has
     * one, too.
     */
    public ColleagueId inPlaceOf(ColleagueId colleague, LocalDate day) {
        return of(colleague, day)
                .map(absence -> inPlaceOf(absence.backupId(), day))
                .orElse(colleague);
    }

    /** Takes the place of an earlier absence. */
    @Transactional
    public Leave leave(ColleagueId colleague, LocalDate backOn, ColleagueId backup, LocalDate today) {
        if (!backOn.isAfter(today)) {
            return new Leave.DayPast();
        }
        if (backOn.isAfter(today.plusYears(LONGEST_YEARS))) {
            return new Leave.DayTooFar();
        }
        if (backup.equals(colleague)) {
            return new Leave.OwnBackup();
        }
        lock(colleague, backup);
        var backupsOwn = of(backup, today);
        if (backupsOwn.isPresent()) {
            return new Leave.BackupAway(backupsOwn.get());
        }
        absences.keep(colleague, backOn, backup);
        return new Leave.Noted(of(colleague, today).orElseThrow());
    }

    /** @return whether they were away */
    @Transactional
    public boolean comeBack(ColleagueId colleague, LocalDate today) {
        return absences.end(colleague, today);
    }

    /** Has all others who lock one of them wait until the caller's transaction ends. */
    public void lock(ColleagueId... colleagues) {
        Stream.of(colleagues).map(ColleagueId::value).sorted().forEach(absences::lock);
    }
}
