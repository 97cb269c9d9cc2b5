package dev.beforehand.reminders;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.mail.Delivery;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two transactions around a try: what is written down before a letter goes to the mail server, and what after. */
@Component
class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final Outbox outbox;
    private final ReminderRows reminders;
    private final Observations observations;
    private final Correspondence correspondence;
    private final ReminderNews news;
    private final Clock clock;

    Handover(
            Outbox outbox,
            ReminderRows reminders,
            Observations observations,
            Correspondence correspondence,
            ReminderNews news,
            Clock clock) {
        this.outbox = outbox;
        this.reminders = reminders;
        this.observations = observations;
        this.correspondence = correspondence;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Takes the letters for a try and looks again whether they are still right: what must not be asked for any more is
     * left out, balances are those of now. Without those that somebody else has, or of which nothing is left.
     */
    @Transactional
    public List<Reminder> begin(List<ReminderId> ids) {
        var today = LocalDate.now(clock);
        var taken = reminders.all(outbox.take(ids));
        var seen = observations.of(asked(taken), today);
        var left = taken.stream()
                .filter(each -> lookAgain(each, Objects.requireNonNull(seen.get(each.client())), today))
                .map(Reminder::id)
                .toList();
        return reminders.all(left);
    }

    private static Map<ClientId, List<InvoiceId>> asked(List<Reminder> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        Reminder::client,
                        Collectors.flatMapping(
                                letter -> letter.named().stream().map(Named::invoice), Collectors.toList())));
    }

    /** @return whether something is left to be sent */
    private boolean lookAgain(Reminder taken, Observation seen, LocalDate today) {
        var now = LastLook.at(taken, seen, today);
        var obstacle = LastLook.obstacle(now);
        writeDown(taken.invoices(), now);
        if (obstacle.isPresent()) {
            outbox.cancel(taken.id(), obstacle.get());
            news.of(taken.id(), Kind.LETTER_CANCELLED, null);
            return false;
        }
        outbox.address(
                taken.id(), Objects.requireNonNull(seen.client().contactEmail()).strip());
        outbox.carry(now);
        correspondence.outgoing(taken.messageId(), taken.client(), kindOf(taken));
        return true;
    }

    private void writeDown(List<Named> before, Reminder now) {
        now.invoices().stream().filter(each -> !before.contains(each)).forEach(each -> {
            if (each.leftOut() != null) {
                outbox.leaveOut(now.id(), each.invoice(), each.leftOut());
            } else {
                outbox.asks(now.id(), each.invoice(), each.balance());
            }
        });
    }

    private static Correspondence.Kind kindOf(Reminder letter) {
        return letter.kind() == Reminder.Kind.THANKS ? Correspondence.Kind.THANKS : Correspondence.Kind.LETTER;
    }

    /**
     * What became of a try.
     *
     * @param begun the letter as it began
     * @param subject empty where it was not even written
     */
    record Tried(Reminder begun, @Nullable String subject, Delivery delivery) {

        /** Whether the mail server has nothing to do with it. */
        boolean isUnwritten() {
            return subject == null && delivery instanceof Delivery.Refused;
        }
    }

    /** Each ends as it can: one about which a person has decided meanwhile stays as it is. */
    @Transactional
    public void end(List<Tried> tried) {
        tried.forEach(this::end);
    }

    private void end(Tried tried) {
        var begun = tried.begun();
        var ended = switch (tried.delivery()) {
            case Delivery.Accepted accepted -> end(tried, State.SENT, null);
            case Delivery.Refused refused -> end(tried, State.FAILED, refused.reason());
            case Delivery.Unknown unknown -> end(tried, State.UNKNOWN, unknown.reason());
            case Delivery.Later later -> end(tried, State.PENDING, later.reason());
            case Delivery.Unreachable unreachable -> end(tried, State.PENDING, unreachable.reason());
        };
        if (!ended) {
            log.warn("A person decided about letter {} before its try {} ended.", begun.id(), begun.attempts());
        }
    }

    /**
     * Puts a letter aside whose try could not begin, so that a person sees it and it does not hold up the others.
     *
     * @return whether it waited still
     */
    @Transactional
    public boolean putAside(ReminderId id) {
        var waited = outbox.change(id, State.PENDING, State.FAILED, "It could not be made ready; the log says why.");
        if (waited) {
            news.of(id, Kind.LETTER_FAILED, null);
        }
        return waited;
    }

    private boolean end(Tried tried, State now, @Nullable String reason) {
        var begun = tried.begun();
        var ended = outbox.end(begun.id(), begun.attempts(), now, tried.subject(), reason);
        if (ended) {
            switch (now) {
                case SENT -> news.of(begun, Kind.LETTER_SENT, reason, null);
                case FAILED -> news.of(begun, Kind.LETTER_FAILED, reason, null);
                case UNKNOWN -> news.of(begun, Kind.LETTER_UNKNOWN, reason, null);
                default -> news.changed(begun.id());
            }
        }
        return ended;
    }
}
