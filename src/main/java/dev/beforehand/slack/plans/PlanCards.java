package dev.beforehand.slack.plans;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.checkins.CheckInCards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The one card of each payment plan: beside the card of its check-in, and the next mornings under the digest while it waits. */
@Service
public class PlanCards implements CardKind {

    private static final String SUBJECT = "plan:";

    private final PlanCardReader reader;
    private final PlanBlocks blocks;
    private final Plans plans;
    private final CheckIns checkIns;
    private final CheckInCards checkInCards;
    private final TodaysDigest digest;
    private final SlackPosts posts;
    private final Phrases phrases;
    private final Clock clock;

    PlanCards(
            PlanCardReader reader,
            PlanBlocks blocks,
            Plans plans,
            CheckIns checkIns,
            CheckInCards checkInCards,
            TodaysDigest digest,
            SlackPosts posts,
            Phrases phrases,
            Clock clock) {
        this.reader = reader;
        this.blocks = blocks;
        this.plans = plans;
        this.checkIns = checkIns;
        this.checkInCards = checkInCards;
        this.digest = digest;
        this.posts = posts;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        return plans.find(id(subject))
                .filter(plan -> plan.state() == State.PROPOSED)
                .flatMap(plan -> posts.find(subject).isPresent()
                        ? digest.thread()
                        : besideItsCheckIn(plan).or(digest::thread));
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.message(card(id(subject)));
    }

    @Override
    public Optional<ClientId> client(String subject) {
        return plans.find(id(subject)).map(PaymentPlan::clientId);
    }

    @Override
    public SlackMessage farewell(String subject, SlackPost moved) {
        var about =
                Map.of("client", Format.name(card(id(subject)).client()), "day", Format.longDay(LocalDate.now(clock)));
        return SlackMessage.of(phrases.say("plan.moved", about));
    }

    public static String subject(PlanId id) {
        return SUBJECT + id;
    }

    private static PlanId id(String subject) {
        return new PlanId(Long.parseLong(subject.substring(SUBJECT.length())));
    }

    private Optional<Place> besideItsCheckIn(PaymentPlan plan) {
        var covered = plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
        return checkIns.naming(covered).stream()
                .sorted(Comparator.comparing(CheckInId::value).reversed())
                .flatMap(checkIn -> checkInCards.post(checkIn).stream())
                .findFirst()
                .map(SlackPost::place);
    }

    private PlanCard card(PlanId id) {
        return reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no plan " + id + "."));
    }
}
