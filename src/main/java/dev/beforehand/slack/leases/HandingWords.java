package dev.beforehand.slack.leases;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Handing;
import dev.beforehand.clients.Absence;
import dev.beforehand.clients.Absences;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.checkins.CheckInTitles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says why somebody does not have a check-in, or still has it. */
@Component
class HandingWords {

    private final CheckIns checkIns;
    private final CheckInTitles titles;
    private final Colleagues colleagues;
    private final Absences absences;
    private final Phrases phrases;
    private final Clock clock;

    HandingWords(
            CheckIns checkIns,
            CheckInTitles titles,
            Colleagues colleagues,
            Absences absences,
            Phrases phrases,
            Clock clock) {
        this.checkIns = checkIns;
        this.titles = titles;
        this.colleagues = colleagues;
        this.absences = absences;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Empty where it was done. */
    Optional<String> refusal(Handing handing, CheckInId id) {
        return switch (handing) {
            case Handing.Done done -> Optional.empty();
            case Handing.Overtaken overtaken -> Optional.of(overtaken(id));
            case Handing.NotTheirs notTheirs -> Optional.of(notTheirs(id));
            case Handing.HasItAlready already -> Optional.of(phrases.say("lease.refused.has-it"));
            case Handing.ReceiverAway away -> Optional.of(away(away.absence()));
        };
    }

    String notTheirs(CheckInId id) {
        return holder(id)
                .map(who -> phrases.say("lease.refused.not-theirs", Map.of("who", who)))
                .orElseGet(() -> overtaken(id));
    }

    /** How it stands now. */
    String overtaken(CheckInId id) {
        var client = titles.client(id);
        return holder(id)
                .map(who -> phrases.say("lease.refused.holder", Map.of("who", who, "client", client)))
                .orElseGet(() -> phrases.say("lease.refused.nobody", Map.of("client", client)));
    }

    String away(Absence absence) {
        var today = LocalDate.now(clock);
        return phrases.say(
                "lease.refused.away",
                Map.of(
                        "who",
                        name(absence.colleagueId()),
                        "backOn",
                        Format.day(absence.backOn(), today),
                        "backup",
                        name(absences.inPlaceOf(absence.colleagueId(), today))));
    }

    /** The name of who has it now. */
    private Optional<String> holder(CheckInId id) {
        return checkIns.find(id)
                .filter(checkIn -> checkIn.state() == CheckIn.State.CLAIMED)
                .map(CheckIn::claimedBy)
                .map(this::name);
    }

    String name(ColleagueId id) {
        return colleagues.find(id).map(Colleague::name).map(Format::name).orElseThrow();
    }
}
