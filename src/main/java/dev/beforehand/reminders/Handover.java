package dev.beforehand.reminders;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.mail.Delivery;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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
    private final ReminderPolicy policy;
    private final Clients clients;
    private final ReminderNews news;

    Handover(
            Outbox outbox,
            ReminderRows reminders,
            Observations observations,
            ReminderPolicy policy,
            Clients clients,
            ReminderNews news) {
        this.outbox = outbox;
        this.reminders = reminders;
        this.observations = observations;
        this.policy = policy;
        this.clients = clients;
        this.news = news;
    }

    /**
     * Takes the letter for a try and looks again whether it is still right: what must not be asked for any more is left
     * out, balances are those of now. Empty where somebody else has it, or nothing is left of it.
     */
    @Transactional
    public Optional<Reminder> begin(ReminderId id, LocalDate today) {
        if (!outbox.take(id, today)) {
            return Optional.empty();
        }
        var taken = reminders.find(id).orElseThrow();
        bringUpToDate(taken, today);
        var left = reminders.find(id).orElseThrow();
        if (left.named().isEmpty()) {
            outbox.cancel(id, State.SENDING, reasonOf(left));
            news.of(id, Kind.LETTER_CANCELLED, null);
            return Optional.empty();
        }
        var recipient = clients.find(left.client()).map(Client::contactEmail).orElseThrow();
        outbox.address(id, left.named().getFirst().step(), recipient.strip());
        return reminders.find(id);
    }

    private void bringUpToDate(Reminder taken, LocalDate today) {
        var seen = observations.of(
                taken.client(), taken.named().stream().map(Named::invoice).toList(), today);
        var fallenOut = policy.fallenOut(taken.named(), seen, today);
        fallenOut.forEach((invoice, reason) -> outbox.leaveOut(taken.id(), invoice, reason));
        seen.invoices().stream()
                .map(Chased::invoice)
                .filter(invoice -> !fallenOut.containsKey(invoice.id()))
                .forEach(invoice -> outbox.asks(taken.id(), invoice.id(), invoice.balanceOn(today)));
    }

    /** The one of the invoice that would have carried it. */
    private static Reason reasonOf(Reminder emptied) {
        return Objects.requireNonNull(emptied.invoices().getFirst().leftOut());
    }

    /** @param begun the letter as its try began */
    @Transactional
    public void end(Reminder begun, String subject, Delivery delivery) {
        var ended = switch (delivery) {
            case Delivery.Accepted accepted -> end(begun, State.SENT, subject, null);
            case Delivery.Refused refused -> end(begun, State.FAILED, subject, refused.reason());
            case Delivery.Unknown unknown -> end(begun, State.UNKNOWN, subject, unknown.reason());
            case Delivery.Later later -> end(begun, State.PENDING, subject, later.reason());
            case Delivery.Unreachable unreachable -> end(begun, State.PENDING, subject, unreachable.reason());
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

    /** The letter could not even be written. */
    @Transactional
    public void unwritable(Reminder begun, String reason) {
        end(begun, State.FAILED, null, reason);
    }

    private boolean end(Reminder begun, State now, @Nullable String subject, @Nullable String reason) {
        var ended = outbox.end(begun.id(), begun.attempts(), now, subject, reason);
        if (ended) {
            switch (now) {
                case SENT -> news.of(begun.id(), Kind.LETTER_SENT, null);
                case FAILED -> news.of(begun.id(), Kind.LETTER_FAILED, null);
                case UNKNOWN -> news.of(begun.id(), Kind.LETTER_UNKNOWN, null);
                default -> news.of(begun.id());
            }
        }
        return ended;
    }
}
