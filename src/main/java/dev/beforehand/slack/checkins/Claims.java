package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Claim;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Format;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Claims check-ins for whoever clicked or reacted. */
@Component
class Claims {

    private final CheckIns checkIns;
    private final Colleagues colleagues;
    private final CurrentColleague current;
    private final CheckInRefresh refresh;
    private final Phrases phrases;

    Claims(
            CheckIns checkIns,
            Colleagues colleagues,
            CurrentColleague current,
            CheckInRefresh refresh,
            Phrases phrases) {
        this.checkIns = checkIns;
        this.colleagues = colleagues;
        this.current = current;
        this.refresh = refresh;
        this.phrases = phrases;
    }

    /** @return why they do not have it; empty where they do */
    Optional<String> claim(CheckInId id, String slackUser) {
        var refusal = switch (checkIns.claim(id, current.of(slackUser).id())) {
            case Claim.Claimed claimed -> null;
            case Claim.AlreadyClaimed already -> phrases.say("card.refused.claimed", Map.of("who", name(already.by())));
            case Claim.Closed closed ->
                phrases.say(closed.state() == State.CANCELLED ? "card.refused.cancelled" : "card.refused.done");
            case Claim.Unknown unknown -> phrases.say("card.refused.gone");
        };
        if (refusal != null && checkIns.find(id).isPresent()) {
            refresh.soon(id);
        }
        return Optional.ofNullable(refusal);
    }

    private String name(ColleagueId id) {
        return Format.name(colleagues.find(id).map(Colleague::name).orElseThrow());
    }
}
