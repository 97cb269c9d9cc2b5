package dev.beforehand.reminders;

import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The letters' front door: which leave on a day, and what became of them. What people do about them is with
 * {@link LetterDecisions} and {@link LetterRequests}. Not within a transaction.
 */
@Service
public class Reminders {

    /** Longer than Slack, or Beforehand, is away over the longest holidays. */
    private static final Duration NEWS_FOR = Duration.ofDays(14);

    private final DayOfLetters letters;
    private final LetterDays days;
    private final DaysLetters daysLetters;
    private final ReminderRows reminders;
    private final LetterRests rests;
    private final Queue queue;
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
            Standstill standstill,
            ReminderSettings settings,
            Clock clock) {
        this.letters = letters;
        this.days = days;
        this.daysLetters = daysLetters;
        this.reminders = reminders;
        this.rests = rests;
        this.queue = queue;
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

    public record Stuck(int letters, Sentence reason) {}

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
