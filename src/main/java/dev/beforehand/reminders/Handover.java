package dev.beforehand.reminders;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.mail.Delivery;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
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
    private final Clients clients;
    private final Correspondence correspondence;
    private final ReminderNews news;

    Handover(
            Outbox outbox,
            ReminderRows reminders,
            Observations observations,
            Clients clients,
            Correspondence correspondence,
            ReminderNews news) {
        this.outbox = outbox;
        this.reminders = reminders;
        this.observations = observations;
        this.clients = clients;
        this.correspondence = correspondence;
        this.news = news;
    }

    /**
     * Takes the letters for a try and looks again whether they are still right: what must not be asked for any more is
     * left out, balances are those of now. Without those that somebody else has, or of which nothing is left.
     */
    @Transactional
    public List<Reminder> begin(List<ReminderId> ids, LocalDate today) {
        var taken = reminders.all(ids.stream().filter(outbox::take).toList());
        var seen = observations.of(asked(taken), today);
        taken.forEach(each -> bringUpToDate(each, Objects.requireNonNull(seen.get(each.client())), today));
        var left = reminders.all(taken.stream().map(Reminder::id).toList()).stream()
                .filter(each -> !isCancelled(each))
                .toList();
        address(left);
        return reminders.all(left.stream().map(Reminder::id).toList());
    }

    private static Map<ClientId, List<InvoiceId>> asked(List<Reminder> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        Reminder::client,
                        Collectors.flatMapping(
                                letter -> letter.named().stream().map(Named::invoice), Collectors.toList())));
    }

    private void bringUpToDate(Reminder taken, Observation seen, LocalDate today) {
        var isThanks = taken.kind() == Reminder.Kind.THANKS;
        var fallenOut = isThanks
                ? Obstacles.notThanked(taken.named(), seen, today)
                : Obstacles.fallenOut(taken.named(), seen, today);
        fallenOut.forEach((invoice, reason) -> outbox.leaveOut(taken.id(), invoice, reason));
        if (isThanks) {
            return;
        }
        var asked = taken.named().stream().collect(Collectors.toMap(Named::invoice, Named::balance));
        seen.invoices().stream()
                .map(Chased::invoice)
                .filter(invoice -> !fallenOut.containsKey(invoice.id()))
                .filter(invoice -> !invoice.balanceOn(today).equals(asked.get(invoice.id())))
                .forEach(invoice -> outbox.asks(taken.id(), invoice.id(), invoice.balanceOn(today)));
    }

    private boolean isCancelled(Reminder taken) {
        if (!isEmptied(taken)) {
            return false;
        }
        outbox.cancel(taken.id(), State.SENDING, reasonOf(taken));
        news.of(taken.id(), Kind.LETTER_CANCELLED, null);
        return true;
    }

    /** Where all that it asked for has fallen out by itself, what is only listed beside it is no reason to write. */
    private static boolean isEmptied(Reminder taken) {
        return taken.named().isEmpty()
                || taken.named().stream().allMatch(Named::listed)
                        && taken.invoices().stream()
                                .filter(named -> !named.listed())
                                .anyMatch(named -> named.leftOut() != Reason.DROPPED);
    }

    private void address(List<Reminder> letters) {
        var recipients = clients.all(letters.stream().map(Reminder::client).toList()).stream()
                .collect(Collectors.toMap(Client::id, Client::contactEmail));
        for (var letter : letters) {
            var recipient = Objects.requireNonNull(recipients.get(letter.client()));
            outbox.address(letter.id(), recipient.strip());
            outbox.carry(letter);
            correspondence.outgoing(letter.messageId(), letter.client(), kindOf(letter));
        }
    }

    private static Correspondence.Kind kindOf(Reminder letter) {
        return letter.kind() == Reminder.Kind.THANKS ? Correspondence.Kind.THANKS : Correspondence.Kind.LETTER;
    }

    /** The one of the invoice that would have carried it. */
    private static Reason reasonOf(Reminder emptied) {
        return emptied.invoices().stream()
                .filter(named -> named.leftOut() != null)
                .findFirst()
                .map(Named::leftOut)
                .orElseThrow();
    }

    /**
     * What became of a try.
     *
     * @param begun the letter as it began
     * @param subject empty where it was not even written
     */
    record Tried(Reminder begun, @Nullable String subject, Delivery delivery) {}

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
                case SENT -> news.of(begun.id(), Kind.LETTER_SENT, null);
                case FAILED -> news.of(begun.id(), Kind.LETTER_FAILED, null);
                case UNKNOWN -> news.of(begun.id(), Kind.LETTER_UNKNOWN, null);
                default -> news.of(begun.id());
            }
        }
        return ended;
    }
}
