package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Decision.Rest;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.SendNow.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The letters' front door: which leave today, having one sent, and deciding about those that are stuck. A client gets
 * one letter a day, whoever asks for it. Not within a transaction.
 */
@Service
public class Reminders {

    private static final Set<State> STUCK = EnumSet.of(State.FAILED, State.UNKNOWN);
    private static final Set<State> NOT_YET_SENT = EnumSet.of(State.DRAFT, State.PLANNED, State.HELD, State.PENDING);

    /** Longer than Slack, or Beforehand, is away over the longest holidays. */
    private static final Duration NEWS_FOR = Duration.ofDays(14);

    /** Few enough that nobody waits long for the database. */
    private static final int HELD_TOGETHER = 200;

    private final DayOfLetters letters;
    private final LetterDays days;
    private final DaysLetters daysLetters;
    private final ReminderRows reminders;
    private final LetterRests rests;
    private final Queue queue;
    private final Observations observations;
    private final ReminderPolicy policy;
    private final LetterWriter writer;
    private final Postbox postbox;
    private final Standstill standstill;
    private final ReminderSettings settings;
    private final Clock clock;

    Reminders(
            DayOfLetters letters,
            LetterDays days,
            DaysLetters daysLetters,
            ReminderRows reminders,
            LetterRests rests,
            Queue queue,
            Observations observations,
            ReminderPolicy policy,
            LetterWriter writer,
            Postbox postbox,
            Standstill standstill,
            ReminderSettings settings,
            Clock clock) {
        this.letters = letters;
        this.days = days;
        this.daysLetters = daysLetters;
        this.reminders = reminders;
        this.rests = rests;
        this.queue = queue;
        this.observations = observations;
        this.policy = policy;
        this.writer = writer;
        this.postbox = postbox;
        this.standstill = standstill;
        this.settings = settings;
        this.clock = clock;
    }

    /** From when on the letters of a day leave, in the team's zone. */
    public LocalTime leaveAt() {
        return settings.leaveAt();
    }

    /**
     * Decides which letters are to leave on this day, and writes down which are not and why. None leaves before the day's
     * hour; until then a person may look. Safe to call again.
     */
    public void plan(LocalDate day) {
        letters.plan(day);
    }

    /** Whether that was done, and nothing kept all of them back. */
    public boolean isPlanned(LocalDate day) {
        return days.isPlanned(day);
    }

    /** The digest shows the day's letters from now on. Before that none of them leaves. */
    public void listed(LocalDate day) {
        days.listed(day);
    }

    public boolean isListed(LocalDate day) {
        return days.listedAt(day).isPresent();
    }

    /** Sends what may leave by now; every few minutes this happens by itself. */
    public void sendDue() {
        letters.send(today());
    }

    /** When the next of the letters that wait for their client's hours leaves; empty where none does. */
    public Optional<Instant> nextDeparture() {
        return reminders.nextDeparture(clock.instant());
    }

    /** The letters of a day: those that are to leave, and what became of them. */
    public PlannedLetters planned(LocalDate day, int limit, int offset) {
        return daysLetters.on(day, limit, offset);
    }

    public PlannedLetters planned(LocalDate day, int limit) {
        return planned(day, limit, 0);
    }

    /** Clients who have had all their letters and still owe, so that a person takes over; as it was found on that day. */
    public List<TakeOver> takeOvers(LocalDate day) {
        return rests.takeOvers(day);
    }

    public Optional<Reminder> find(ReminderId id) {
        return reminders.find(id);
    }

    /** The newest letter that asks for one of these invoices, or that is to; a cancelled one does not count. */
    public Optional<Reminder> newestAbout(Collection<InvoiceId> invoices) {
        return invoices.isEmpty() ? Optional.empty() : reminders.newestAbout(invoices);
    }

    /** Letters that failed, or of which nobody knows whether they left; the newest first. */
    public List<Reminder> waitingForAPerson(int limit, int offset) {
        return reminders.waitingForAPerson(limit, offset);
    }

    /** Letters that ended in the last days without having left though somebody expected it. */
    public List<Reminder> endedUnexpectedly() {
        return reminders.endedUnexpectedly(clock.instant().minus(NEWS_FOR));
    }

    /** The letters of this day that cannot leave at the moment, whoever they are to; empty where there are none. */
    public Optional<Stuck> stuck(LocalDate day) {
        var still = standstill.today();
        if (still.isEmpty()) {
            return queue.stuck(day);
        }
        var letters = Math.max(queue.leaving(day), rests.clients(day, still.get()));
        return letters == 0
                ? Optional.empty()
                : Optional.of(new Stuck(letters, standstill.sentence().orElseThrow()));
    }

    /** @param reason a sentence that says why */
    public record Stuck(int letters, String reason) {}

    /**
     * The letter that would leave if it were sent now; those of the invoices that must not be asked for are left out. Of a
     * client who gets one for each invoice it is the first one.
     */
    public Preview preview(ClientId client, Collection<InvoiceId> invoices) {
        var waiting = waiting(client, invoices);
        if (waiting.isEmpty()) {
            return now(client, invoices, letters -> preview(client, letters), Preview.NotNow::new);
        }
        return obstacle(waiting.get())
                .<Preview>map(reason -> new Preview.NotNow(new Held(reason, null)))
                .orElseGet(() -> writer.preview(waiting.get()));
    }

    private Preview preview(ClientId client, List<Send> letters) {
        var others = letters.stream()
                .skip(1)
                .map(letter -> letter.invoices().getFirst().invoice().number())
                .toList();
        return writer.preview(client, letters.getFirst()).beside(others);
    }

    /** Has a letter sent now, beside the cadence. It says at once whether it may leave; sending takes a moment. */
    public SendNow requestNow(ClientId client, Collection<InvoiceId> invoices, ColleagueId by) {
        var waiting = waiting(client, invoices).orElse(null);
        return waiting == null
                ? now(client, invoices, letters -> request(client, letters, by), held -> held)
                : switch (sendNow(waiting.id(), by)) {
                    case Settled.Done done -> new SendNow.Requested(waiting.id());
                    case Settled.Forbidden forbidden -> new Held(forbidden.reason(), null);
                    default -> new Held(Reason.WRITTEN_TODAY, today());
                };
    }

    /** A person looked, and the letter of which nobody knew has arrived. */
    public Settled markSent(ReminderId id, ColleagueId by) {
        return settle(id, () -> postbox.arrived(id, by), Set.of());
    }

    /** A person decided that a letter which failed, or of which nobody knows, is sent once more; today. */
    public Settled sendAgain(ReminderId id, ColleagueId by) {
        return letGo(id, STUCK, by);
    }

    /** A person does not want this letter to leave. Its steps are not asked for again; the next ones are. */
    public Settled hold(ReminderId id, ColleagueId by) {
        return settle(id, () -> postbox.hold(List.of(id), by) == 1, Set.of());
    }

    /** A person wants none of the day's letters to leave, whoever or whatever asks for it; what has left by then has left. */
    public AllHeld holdAll(LocalDate day, ColleagueId by) {
        int byName = hold(queue.leavingByName(day), by);
        return new AllHeld(byName + hold(queue.leavingByCadence(day), by), byName);
    }

    /** @param byName how many of them a person had asked for, or had sent */
    public record AllHeld(int letters, int byName) {}

    private int hold(List<ReminderId> all, ColleagueId by) {
        return all.stream()
                .gather(Gatherers.windowFixed(HELD_TOGETHER))
                .mapToInt(some -> postbox.hold(some, by))
                .sum();
    }

    /** A person has a letter leave that waits, was held, or is a draft: now, whatever the client's hours are. */
    public Settled sendNow(ReminderId id, ColleagueId by) {
        var obstacle = reminders
                .find(id)
                .filter(letter -> NOT_YET_SENT.contains(letter.state()))
                .flatMap(this::obstacle);
        return obstacle.<Settled>map(Settled.Forbidden::new).orElseGet(() -> letGo(id, NOT_YET_SENT, by));
    }

    private Settled letGo(ReminderId id, Set<State> from, ColleagueId by) {
        return settle(id, () -> postbox.letGo(id, from, today(), now(), by), from);
    }

    /** Why a letter would be cancelled at the last look, were it sent now. */
    private Optional<Reason> obstacle(Reminder letter) {
        return standstill.today().or(() -> {
            var named = letter.named().stream().map(Reminder.Named::invoice).toList();
            var seen = observations.of(letter.client(), named, today());
            return LastLook.obstacle(LastLook.at(letter, seen, today()));
        });
    }

    /** A person changes a letter that waits, or was held. At least one invoice has to stay in it. */
    public Settled edit(ReminderId id, Edit edit, ColleagueId by) {
        var empty = reminders
                .find(id)
                .filter(reminder -> reminder.choosable().stream()
                        .allMatch(each -> edit.dropped().contains(each.invoice())))
                .isPresent();
        return empty ? new Settled.NothingLeft() : settle(id, () -> postbox.edit(id, edit, by), Set.of());
    }

    /** A letter that waits, as it would leave now; empty where it does not wait any more. */
    public Optional<Preview> preview(ReminderId id) {
        return reminders
                .find(id)
                .filter(reminder -> reminder.kind() == Reminder.Kind.REMINDER
                        && reminder.state().canBeEdited())
                .map(this::preview);
    }

    private Preview preview(Reminder letter) {
        var asked = letter.named().stream().map(Reminder.Named::invoice).toList();
        var missing = Obstacles.missing(observations.of(letter.client(), asked, today()));
        return missing == null ? writer.preview(letter) : new Preview.NotNow(new Held(missing, null));
    }

    /** Until the end of the next day: who asks for a letter now wants it now, or as soon as the mail server takes it. */
    private Opening now() {
        return new Opening(clock.instant(), clock.instant().plus(Duration.ofDays(1)));
    }

    /** The letter about one of these that is planned for today anyway. */
    private Optional<Reminder> waiting(ClientId client, Collection<InvoiceId> invoices) {
        return reminders.waiting(client, today()).stream()
                .filter(letter -> letter.state() != State.PENDING
                        || letter.hours().opens().isAfter(clock.instant()))
                .filter(letter -> letter.named().stream().anyMatch(named -> invoices.contains(named.invoice())))
                .findFirst();
    }

    private <T> T now(
            ClientId client, Collection<InvoiceId> invoices, Function<List<Send>, T> possible, Function<Held, T> held) {
        var still = standstill.today();
        if (still.isPresent()) {
            return held.apply(new Held(still.get(), null));
        }
        var seen = observations.of(client, invoices, today());
        var decision = policy.decideNow(seen, today(), seen.dateAt(clock.instant()));
        if (!decision.letters().isEmpty()) {
            return possible.apply(decision.letters());
        }
        var why = decision.rests().stream().findFirst();
        return held.apply(new Held(
                why.map(Rest::reason).orElse(Reason.NOTHING_OWED),
                why.map(Rest::until).orElse(null)));
    }

    private SendNow request(ClientId client, List<Send> letters, ColleagueId by) {
        return letters.stream()
                .flatMap(letter -> postbox.request(client, letter, today(), now(), by).stream())
                .toList()
                .stream()
                .findFirst()
                .<SendNow>map(SendNow.Requested::new)
                .orElseGet(() -> new Held(Reason.WRITTEN_TODAY, today()));
    }

    /** @param from in which of its states another letter of the day is what stood in its way */
    private Settled settle(ReminderId id, BooleanSupplier decision, Set<State> from) {
        if (reminders.find(id).isEmpty()) {
            return new Settled.Unknown();
        }
        try {
            if (decision.getAsBoolean()) {
                return new Settled.Done();
            }
        } catch (DuplicateKeyException e) {
            return new Settled.WrittenToday();
        }
        var now = reminders.find(id).orElseThrow().state();
        return from.contains(now) ? new Settled.WrittenToday() : new Settled.NotWaiting(now);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
