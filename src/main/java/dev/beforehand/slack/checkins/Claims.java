package dev.beforehand.slack.checkins;

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
public class Claims {

    private final CheckIns checkIns;
    private final CheckInCardReader reader;
    private final Outcomes outcomes;
    private final Colleagues colleagues;
    private final CurrentColleague current;
    private final CheckInRefresh refresh;
    private final Phrases phrases;

    Claims(
            CheckIns checkIns,
            CheckInCardReader reader,
            Outcomes outcomes,
            Colleagues colleagues,
            CurrentColleague current,
            CheckInRefresh refresh,
            Phrases phrases) {
        this.checkIns = checkIns;
        this.reader = reader;
        this.outcomes = outcomes;
        this.colleagues = colleagues;
        this.current = current;
        this.refresh = refresh;
        this.phrases = phrases;
    }

    /** @return why they do not have it; empty where they do */
    public Optional<String> claim(CheckInId id, String slackUser) {
        var refusal = switch (checkIns.claim(id, current.of(slackUser).id())) {
            case Claim.Claimed claimed -> Optional.<String>empty();
            case Claim.AlreadyClaimed already -> Optional.of(claimed(id, already.by()));
            case Claim.Closed closed -> outcomes.refusal(id);
            case Claim.Unknown unknown -> outcomes.refusal(id);
        };
        refusal.ifPresent(sentence -> refresh.soon(id));
        return refusal;
    }

    private String claimed(CheckInId id, ColleagueId by) {
        return phrases.say(
                "card.refused.claimed",
                Map.of("who", name(by), "client", Format.name(reader.client(id).orElseThrow())));
    }

    private String name(ColleagueId id) {
        return Format.name(colleagues.find(id).map(Colleague::name).orElseThrow());
    }
}
