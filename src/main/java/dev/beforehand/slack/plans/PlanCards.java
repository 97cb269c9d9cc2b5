package dev.beforehand.slack.plans;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.checkins.CheckInCards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** The one card of each payment plan, always rendered whole from the database. Not within a transaction. */
@Service
public class PlanCards {

    private final PlanCardReader reader;
    private final PlanBlocks blocks;
    private final Plans plans;
    private final CheckIns checkIns;
    private final CheckInCards checkInCards;
    private final Cards cards;
    private final SlackPosts posts;
    private final Phrases phrases;
    private final Clock clock;

    PlanCards(
            PlanCardReader reader,
            PlanBlocks blocks,
            Plans plans,
            CheckIns checkIns,
            CheckInCards checkInCards,
            Cards cards,
            SlackPosts posts,
            Phrases phrases,
            Clock clock) {
        this.reader = reader;
        this.blocks = blocks;
        this.plans = plans;
        this.checkIns = checkIns;
        this.checkInCards = checkInCards;
        this.cards = cards;
        this.posts = posts;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Shows the card as it is now under this message, a day's digest. One that stood under another is posted anew, and the
     * old message becomes a line that says so.
     *
     * @throws IllegalArgumentException where there is no such plan
     */
    public Reply<Posted> showInThread(PlanId id, Posted thread) {
        return cards.showUnder(thread, subject(id), rendered(id), moved -> farewell(id));
    }

    /** Where the card stands; empty where it was never posted. */
    public Optional<SlackPost> post(PlanId id) {
        return posts.find(subject(id));
    }

    /**
     * Brings the card up to date where it stands. One that waits for a decision and was never posted is posted beside the
     * card of its check-in.
     */
    void show(PlanId id) {
        if (post(id).isPresent()) {
            cards.refresh(subject(id), rendered(id));
        } else {
            plans.find(id)
                    .filter(plan -> plan.state() == State.PROPOSED)
                    .flatMap(this::besideItsCheckIn)
                    .ifPresent(place -> cards.show(subject(id), place.channel(), place.threadTs(), rendered(id)));
        }
    }

    static String subject(PlanId id) {
        return "plan:" + id;
    }

    private Optional<SlackPost> besideItsCheckIn(PaymentPlan plan) {
        var covered = plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
        return checkIns.naming(covered).stream()
                .sorted(Comparator.comparing(CheckInId::value).reversed())
                .flatMap(checkIn -> checkInCards.post(checkIn).stream())
                .findFirst();
    }

    private Supplier<SlackMessage> rendered(PlanId id) {
        return () -> blocks.message(card(id));
    }

    private SlackMessage farewell(PlanId id) {
        var about = Map.of("client", Format.name(card(id).client()), "day", Format.longDay(LocalDate.now(clock)));
        return SlackMessage.of(phrases.say("plan.moved", about));
    }

    private PlanCard card(PlanId id) {
        return reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no plan " + id + "."));
    }
}
