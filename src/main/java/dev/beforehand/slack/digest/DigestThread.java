package dev.beforehand.slack.digest;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.digest.Digests;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.checkins.CheckInCards;
import dev.beforehand.slack.plans.PlanCards;
import dev.beforehand.slack.reminders.TakeOverCards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts the cards of what waits for somebody into the digest's thread: check-ins to claim, and plans to decide about. */
@Component
class DigestThread {

    private static final Logger log = LoggerFactory.getLogger(DigestThread.class);
    private static final int AT_ONCE = 100;

    private final Digests digests;
    private final Plans plans;
    private final CheckInCards checkInCards;
    private final PlanCards planCards;
    private final TakeOverCards takeOverCards;
    private final SlackPosts posts;
    private final Afterwards afterwards;
    private final Clock clock;

    DigestThread(
            Digests digests,
            Plans plans,
            CheckInCards checkInCards,
            PlanCards planCards,
            TakeOverCards takeOverCards,
            SlackPosts posts,
            Afterwards afterwards,
            Clock clock) {
        this.digests = digests;
        this.plans = plans;
        this.checkInCards = checkInCards;
        this.planCards = planCards;
        this.takeOverCards = takeOverCards;
        this.posts = posts;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** Begins to post the cards that are not there yet; Slack takes one a second. */
    void fill(LocalDate day, Posted digest) {
        afterwards.run("Posting the check-ins of " + day, () -> post(day, digest));
    }

    private void post(LocalDate day, Posted digest) {
        for (var card : missing(day, digest)) {
            // Another day may begin meanwhile; its own digest takes the rest along.
            if (!LocalDate.now(clock).equals(day)) {
                return;
            }
            show(card);
        }
    }

    /** One that fails does not keep the others from being shown. */
    private static void show(Runnable card) {
        try {
            card.run();
        } catch (RuntimeException e) {
            log.error("A card could not be put into the digest's thread; the next digest tries again.", e);
        }
    }

    private List<Runnable> missing(LocalDate day, Posted digest) {
        var missing = new ArrayList<Runnable>();
        toClaim(day).stream()
                .filter(checkIn -> !standsUnder(digest, checkInCards.post(checkIn)))
                .forEach(checkIn -> missing.add(() -> checkInCards.showInThread(checkIn, digest)));
        plans.waiting().stream()
                .map(PaymentPlan::knownId)
                .filter(plan -> !standsUnder(digest, planCards.post(plan)))
                .forEach(plan -> missing.add(() -> planCards.showInThread(plan, digest)));
        takeOverCards.unsaid(day).forEach(takeOver -> missing.add(() -> takeOverCards.showInThread(takeOver, digest)));
        return missing;
    }

    /** A card of which nobody knows is posted again: twice is better than not at all. */
    private boolean standsUnder(Posted digest, Optional<SlackPost> post) {
        return post.filter(card -> digest.ts().equals(card.threadTs()))
                .filter(card -> !posts.isLost(card))
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
