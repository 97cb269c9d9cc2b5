package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Correspondence.Outgoing;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.Tries.Ended;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two transactions around a try: what is written down before a letter goes to the mail server, and what after. */
@Component
class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    /** A thread of letters longer than this is followed by nobody. */
    private static final int FOLLOWED = 10;

    private final Outbox outbox;
    private final Tries tries;
    private final ReminderRows reminders;
    private final PastLetters past;
    private final Observations observations;
    private final Correspondence correspondence;
    private final ReminderNews news;
    private final Clock clock;

    Handover(
            Outbox outbox,
            Tries tries,
            ReminderRows reminders,
            PastLetters past,
            Observations observations,
            Correspondence correspondence,
            ReminderNews news,
            Clock clock) {
        this.outbox = outbox;
        this.tries = tries;
        this.reminders = reminders;
        this.past = past;
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
    public List<Departing> begin(List<ReminderId> ids) {
        var today = LocalDate.now(clock);
        var taken = reminders.all(tries.take(ids));
        var seen = observations.of(asked(taken), today);
        var left = taken.stream()
                .flatMap(each -> lookAgain(each, Objects.requireNonNull(seen.get(each.client())), today).stream())
                .toList();
        var departing = departing(left, seen);
        tries.address(departing);
        return departing;
    }

    private List<Departing> departing(List<Reminder> letters, Map<ClientId, Observation> seen) {
        if (letters.isEmpty()) {
            return List.of();
        }
        var replies = correspondence.outgoing(letters.stream()
                .map(letter -> new Outgoing(letter.messageId(), letter.client(), kindOf(letter)))
                .toList());
        var followed = past.followedBy(letters.stream().map(Reminder::id).toList());
        var followUps = correspondence.followUps(
                followed.values().stream().flatMap(List::stream).distinct().toList());
        var copied = letters.stream()
                .flatMap(letter ->
                        Objects.requireNonNull(seen.get(letter.client())).client().preferences().cc().stream())
                .toList();
        var suspended = correspondence.suspended(copied);
        return letters.stream()
                .map(letter -> new Departing(
                        letter,
                        Objects.requireNonNull(seen.get(letter.client())),
                        replies.get(letter.messageId()),
                        follows(followed.getOrDefault(letter.id(), List.of()), followUps),
                        suspended))
                .toList();
    }

    /** The earlier letters about the same invoices, each with what was written back and forth about it. */
    private static List<String> follows(List<String> letters, Map<String, List<String>> followUps) {
        var all = letters.stream()
                .flatMap(letter -> Stream.concat(Stream.of(letter), followUps.getOrDefault(letter, List.of()).stream()))
                .distinct()
                .toList();
        return all.subList(Math.max(0, all.size() - FOLLOWED), all.size());
    }

    private static Map<ClientId, List<InvoiceId>> asked(List<Reminder> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        Reminder::client,
                        Collectors.flatMapping(
                                letter -> letter.named().stream().map(Named::invoice), Collectors.toList())));
    }

    /** What is left of it to be sent. */
    private Optional<Reminder> lookAgain(Reminder taken, Observation seen, LocalDate today) {
        var now = LastLook.at(taken, seen, today);
        var obstacle = LastLook.obstacle(now);
        if (obstacle.isPresent()) {
            stop(taken, now, obstacle.get());
            return Optional.empty();
        }
        writeDown(taken.invoices(), now);
        return outbox.carry(now) ? reminders.find(now.id()) : Optional.of(now);
    }

    /** All that a letter in doubt names may have been asked for: none of it falls out, so no step is written again by itself. */
    private void stop(Reminder taken, Reminder now, Reason why) {
        if (taken.inDoubt()) {
            outbox.change(taken.id(), State.SENDING, State.UNKNOWN, why.name());
        } else {
            writeDown(taken.invoices(), now);
            outbox.cancel(taken.id(), why);
        }
        news.ended(taken.id());
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
        var all = tried.stream().map(Handover::ended).toList();
        var ended = tries.end(all);
        news.ofTries(ended);
        all.stream()
                .filter(each -> !ended.contains(each))
                .map(Ended::begun)
                .forEach(begun -> log.warn(
                        "A person decided about letter {} before its try {} ended.", begun.id(), begun.attempts()));
    }

    private static Ended ended(Tried tried) {
        return switch (tried.delivery()) {
            case Delivery.Accepted accepted -> ended(tried, State.SENT, null);
            case Delivery.Refused refused -> ended(tried, tried.begun().refused(), refused.reason());
            case Delivery.Unknown unknown -> ended(tried, State.UNKNOWN, unknown.reason());
            case Delivery.Later later -> ended(tried, State.PENDING, later.reason());
            case Delivery.Unreachable unreachable -> ended(tried, State.PENDING, unreachable.reason());
        };
    }

    private static Ended ended(Tried tried, State state, @Nullable Sentence reason) {
        return new Ended(tried.begun(), state, tried.subject(), reason == null ? null : reason.written());
    }

    /**
     * Puts a letter aside whose try could not begin, so that a person sees it and it does not hold up the others.
     *
     * @return whether it waited still
     */
    @Transactional
    public boolean putAside(ReminderId id) {
        var refused = reminders.find(id).orElseThrow().refused();
        var waited = outbox.change(id, State.PENDING, refused, new Sentence("delivery.not-ready").written());
        if (waited) {
            news.ended(id);
        }
        return waited;
    }
}
