package dev.beforehand.slack.digest;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.digest.Digests;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.checkins.CheckInCards;
import dev.beforehand.slack.plans.PlanCards;
import dev.beforehand.slack.reminders.TakeOverCards;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Has the cards of what waits for somebody put under the digest: check-ins to claim, and plans to decide about. */
@Component
class DigestThread {

    private static final int AT_ONCE = 100;

    private final Digests digests;
    private final Plans plans;
    private final TakeOverCards takeOverCards;
    private final Cards cards;
    private final SlackPosts posts;
    private final TodaysDigest digest;

    DigestThread(
            Digests digests,
            Plans plans,
            TakeOverCards takeOverCards,
            Cards cards,
            SlackPosts posts,
            TodaysDigest digest) {
        this.digests = digests;
        this.plans = plans;
        this.takeOverCards = takeOverCards;
        this.cards = cards;
        this.posts = posts;
        this.digest = digest;
    }

    /** Those that are not there yet; nothing while the digest itself is not. */
    void fill(LocalDate day) {
        digest.thread()
                .ifPresent(
                        thread -> cards.showMissing(waiting(day).filter(subject -> !posts.standsAt(subject, thread))));
    }

    private Stream<String> waiting(LocalDate day) {
        return Stream.of(
                        toClaim(day).stream().map(CheckInCards::subject),
                        plans.waiting().stream().map(PaymentPlan::knownId).map(PlanCards::subject),
                        takeOverCards.unsaid(day).stream())
                .flatMap(subjects -> subjects);
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
