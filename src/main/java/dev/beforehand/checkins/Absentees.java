package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.Absences;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Leave;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever leaves for a while hands the check-ins that they have to somebody who stands in for them. */
@Service
public class Absentees {

    private final Absences absences;
    private final Leases leases;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absentees(Absences absences, Leases leases, Activities activities, ApplicationEventPublisher events, Clock clock) {
        this.absences = absences;
        this.leases = leases;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Leave leave(ColleagueId colleague, LocalDate backOn, ColleagueId backup) {
        var leave = absences.leave(colleague, backOn, backup, LocalDate.now(clock));
        if (leave instanceof Leave.Noted noted) {
            var handed = leases.heldBy(colleague).stream()
                    .filter(id -> leases.handOver(id, colleague, backup, colleague))
                    .toList();
            record(Kind.COLLEAGUE_AWAY, colleague, "until " + backOn);
            events.publishEvent(new CheckInsHandedOver(handed, backup, colleague, noted.absence()));
        }
        return leave;
    }

    /**
     * What was handed to the backup stays theirs.
     *
     * @return whether they were away
     */
    @Transactional
    public boolean comeBack(ColleagueId colleague) {
        var today = LocalDate.now(clock);
        var absence = absences.of(colleague, today);
        if (absence.isEmpty() || !absences.comeBack(colleague, today)) {
            return false;
        }
        record(Kind.COLLEAGUE_BACK, colleague, "early");
        events.publishEvent(new CameBack(absence.get()));
        return true;
    }

    private void record(Kind kind, ColleagueId colleague, String detail) {
        activities.record(Activity.inSlack(kind, colleague.value(), null, null, detail));
    }
}
