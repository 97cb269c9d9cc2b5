package dev.beforehand.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Runs each day's jobs in the order of their times. */
@Service
public class DailyJobs {

    private static final Logger log = LoggerFactory.getLogger(DailyJobs.class);

    private final List<DailyJob> jobs;
    private final WorkingDays workingDays;
    private final Clock clock;

    DailyJobs(List<DailyJob> jobs, WorkingDays workingDays, Clock clock) {
        this.jobs = jobs.stream().sorted(Comparator.comparing(DailyJob::time)).toList();
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Runs every job whose time has come today, where today is a working day. One that fails keeps the later ones waiting:
     * no letter leaves before the digest has listed it.
     *
     * @return whether all of them ran to their end
     */
    public boolean runDue() {
        var now = LocalDateTime.now(clock);
        if (!workingDays.contains(now.toLocalDate())) {
            return true;
        }
        return jobs.stream()
                .takeWhile(job -> !job.time().isAfter(now.toLocalTime()))
                .allMatch(job -> ranToItsEnd(job, now.toLocalDate()));
    }

    /** When a day's jobs have their times, the first one first. */
    public List<LocalTime> times() {
        return jobs.stream().map(DailyJob::time).distinct().toList();
    }

    private static boolean ranToItsEnd(DailyJob job, LocalDate day) {
        try {
            job.run(day);
            return true;
        } catch (RuntimeException e) {
            log.error("The daily job '{}' of {} failed and will be tried again in a minute.", job.name(), day, e);
            return false;
        }
    }
}
