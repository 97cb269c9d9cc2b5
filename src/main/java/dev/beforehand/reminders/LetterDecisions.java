package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.SendNow.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * What people decide about a letter: to hold, change or send it, and what became of one that is stuck. A client gets one
 * letter a day, whoever wants it. Not within a transaction.
 */
@Service
public class LetterDecisions {

    private static final Set<State> STUCK = EnumSet.of(State.FAILED, State.UNKNOWN);
    private static final Set<State> NOT_YET_SENT = EnumSet.of(State.DRAFT, State.PLANNED, State.HELD, State.PENDING);

    /** Few enough that nobody waits long for the database. */
    private static final int HELD_TOGETHER = 200;

    private final ReminderRows reminders;
    private final Queue queue;
    private final LetterDays days;
    private final Observations observations;
    private final LetterWriter writer;
    private final Postbox postbox;
    private final Standstill standstill;
    private final StuckLetters stuck;
    private final Clock clock;

    LetterDecisions(
            ReminderRows reminders,
            Queue queue,
            LetterDays days,
            Observations observations,
            LetterWriter writer,
            Postbox postbox,
            Standstill standstill,
            StuckLetters stuck,
            Clock clock) {
        this.reminders = reminders;
        this.queue = queue;
        this.days = days;
        this.observations = observations;
        this.writer = writer;
        this.postbox = postbox;
        this.standstill = standstill;
        this.stuck = stuck;
        this.clock = clock;
    }

    /** A person looked, and the letter of which nobody knew has arrived. */
    public Settled markSent(ReminderId id, ColleagueId by) {
        return settle(id, () -> postbox.arrived(id, by), Set.of());
    }

    /**
     * A person decided that a letter which failed, or of which nobody knows, is sent once more; today. Not after a newer one
     * about the same, nor so soon after another one that its cadence would not write.
     */
    public Settled sendAgain(ReminderId id, ColleagueId by) {
        return letGo(id, STUCK, letter -> stuck.whyNotAgain(letter, today()), by);
    }

    /** A person leaves it at a letter that failed, or that they found not to have arrived. Its steps are not asked for again; the next ones are. */
    public Settled leave(ReminderId id, ColleagueId by) {
        return settle(id, () -> postbox.leave(id, by), Set.of());
    }

    /** A person does not want this letter to leave. Its steps are not asked for again; the next ones are. */
    public Settled hold(ReminderId id, ColleagueId by) {
        return settle(id, () -> postbox.hold(List.of(id), by) == 1, Set.of());
    }

    /**
     * A person wants none of the day's letters to leave, whoever or whatever asks for it. What has left by then has left;
     * what a cadence asks for later on that day is a draft.
     */
    public AllHeld holdAll(LocalDate day, ColleagueId by) {
        days.held(day);
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
        return letGo(id, NOT_YET_SENT, this::obstacle, by);
    }

    private Settled letGo(
            ReminderId id, Set<State> from, Function<Reminder, Optional<Reason>> obstacle, ColleagueId by) {
        return reminders
                .find(id)
                .filter(letter -> from.contains(letter.state()))
                .flatMap(obstacle)
                .<Settled>map(Settled.Forbidden::new)
                .orElseGet(() ->
                        settle(id, () -> postbox.letGo(id, from, today(), fromNow(clock.instant()), by), from));
    }

    /** Why a letter would be cancelled at the last look, were it sent now. */
    Optional<Reason> obstacle(Reminder letter) {
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
    static Opening fromNow(Instant now) {
        return new Opening(now, now.plus(Duration.ofDays(1)));
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
