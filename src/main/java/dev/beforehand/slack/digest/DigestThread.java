package dev.beforehand.slack.digest;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.digest.Digests;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.checkins.CheckInCards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the card of each check-in to claim into the digest's thread. */
@Component
class DigestThread {

    private static final int AT_ONCE = 100;

    private final Digests digests;
    private final CheckInCards cards;
    private final Afterwards afterwards;
    private final Clock clock;

    DigestThread(Digests digests, CheckInCards cards, Afterwards afterwards, Clock clock) {
        this.digests = digests;
        this.cards = cards;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** Begins to post the cards that are not there yet; Slack takes one a second. */
    void fill(LocalDate day, Posted digest) {
        afterwards.run("Posting the check-ins of " + day, () -> post(day, digest));
    }

    private void post(LocalDate day, Posted digest) {
        for (var checkIn : toClaim(day)) {
            // Another day may begin meanwhile; its own digest takes the rest along.
            if (!LocalDate.now(clock).equals(day)) {
                return;
            }
            if (!standsUnder(digest, checkIn)) {
                cards.showInThread(checkIn, digest);
            }
        }
    }

    private boolean standsUnder(Posted digest, CheckInId checkIn) {
        return cards.post(checkIn)
                .filter(post -> digest.ts().equals(post.threadTs()))
                .isPresent();
    }

    private List<CheckInId> toClaim(LocalDate day) {
        var all = new ArrayList<CheckInId>();
        List<CheckInLine> page;
        do {
            page = digests.toClaim(day, AT_ONCE, all.size()).lines();
            page.forEach(line -> all.add(line.id()));
        } while (page.size() == AT_ONCE);
        return all;
    }
}
