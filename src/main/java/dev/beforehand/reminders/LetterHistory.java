package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Timetable.StepOn;
import dev.beforehand.reminders.Verdict.Rests;
import dev.beforehand.reminders.Why.Coming;
import dev.beforehand.reminders.Why.Entry;
import dev.beforehand.reminders.Why.Lettered;
import dev.beforehand.reminders.Why.Rested;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers why letters about an invoice left or did not, and when the next ones are to. */
@Service
public class LetterHistory {

    private final CadencesInForce cadences;
    private final Observations observations;
    private final LetterRenderer words;
    private final ReminderRows reminders;
    private final LetterRests rests;
    private final Colleagues colleagues;
    private final ReminderSettings settings;
    private final Clock clock;

    LetterHistory(
            CadencesInForce cadences,
            Observations observations,
            LetterRenderer words,
            ReminderRows reminders,
            LetterRests rests,
            Colleagues colleagues,
            ReminderSettings settings,
            Clock clock) {
        this.cadences = cadences;
        this.observations = observations;
        this.words = words;
        this.reminders = reminders;
        this.rests = rests;
        this.colleagues = colleagues;
        this.settings = settings;
        this.clock = clock;
    }

    /** From what was written down when it was decided; what is to come is worked out now. */
    public Why of(InvoiceLine invoice) {
        var seen = seen(invoice);
        var chased = seen.flatMap(observation -> observation.about(invoice.id()));
        var entries = entries(invoice.id());
        if (seen.isEmpty() || chased.isEmpty()) {
            return new Why(invoice, null, entries, null, null, null);
        }
        var today = LocalDate.now(clock);
        var leavesOn = leavesOn(seen.get());
        var rest = Verdicts.whyNotNow(seen.get(), chased.get(), today, leavesOn);
        var cadence = chased.get().cadence();
        return new Why(
                invoice,
                cadence == null ? null : cadence.name(),
                entries,
                coming(seen.get(), chased.get(), earliest(seen.get(), chased.get(), rest.orElse(null), leavesOn)),
                rest.map(Rests::reason).orElse(null),
                rest.map(Rests::until).orElse(null));
    }

    /** What the letter with this Message-ID asked for; nothing where there is no such letter. */
    public List<InvoiceId> asked(String messageId) {
        return reminders.find(messageId).stream()
                .flatMap(letter -> letter.named().stream())
                .map(Reminder.Named::invoice)
                .toList();
    }

    /** The days of the cadence of each. */
    public List<Timetable> timetables(List<InvoiceLine> invoices) {
        var seen = new HashMap<ClientId, Optional<Observation>>();
        return invoices.stream()
                .map(each -> timetable(each, seen.computeIfAbsent(each.invoice().clientId(), client -> seen(each))))
                .toList();
    }

    /** Without steps where it is not open. */
    private Timetable timetable(InvoiceLine invoice, Optional<Observation> seen) {
        var chased = seen.flatMap(observation -> observation.about(invoice.id()));
        if (chased.isEmpty() || chased.get().cadence() == null) {
            return new Timetable(invoice, null, null, List.of());
        }
        var cadence = chased.get().cadence();
        var days = seen.orElseThrow().days();
        var language = seen.get().client().localeOr(Locale.ROOT);
        var steps = cadence.steps().stream()
                .map(step -> new StepOn(
                        step.day(),
                        step.tone(),
                        step.letter(),
                        words.substitute(step.letter(), language).orElse(null),
                        days.of(invoice.invoice().dueOn(), step.day()),
                        chased.get().isWritten(step)))
                .toList();
        return new Timetable(invoice, cadence.name(), cadence.mode(), steps);
    }

    private LocalDate leavesOn(Observation seen) {
        return seen.dateAt(settings.opening(seen, clock.instant()).opens());
    }

    private Optional<Observation> seen(InvoiceLine invoice) {
        return observations.whole(invoice.invoice().clientId(), cadences.current(), LocalDate.now(clock));
    }

    private List<Entry> entries(InvoiceId invoice) {
        var entries = new ArrayList<Entry>();
        reminders
                .naming(invoice)
                .forEach(letter -> letter.invoices().stream()
                        .filter(named -> named.invoice().equals(invoice))
                        .forEach(named -> entries.add(new Lettered(letter, named, name(letter.decidedBy())))));
        rests.of(invoice)
                .forEach(noted -> entries.add(new Rested(
                        noted.day(), noted.cadence(), noted.reason(), noted.until(), noted.first(), noted.last())));
        entries.sort(Comparator.comparing(Entry::from));
        return entries;
    }

    private @Nullable String name(@Nullable ColleagueId id) {
        return id == null ? null : colleagues.find(id).map(Colleague::name).orElse(null);
    }

    /** The first day for which nothing is known that keeps a letter back: a letter of today does, as long as the delay. */
    private static LocalDate earliest(Observation seen, Chased chased, @Nullable Rests rest, LocalDate leavesOn) {
        var until = rest == null ? null : rest.until();
        var free = until == null ? leavesOn : until.plusDays(1);
        var cadence = chased.cadence();
        if (seen.writtenToday() && cadence != null) {
            var afterDelay = leavesOn.plusDays(cadence.contactDelay());
            free = afterDelay.isAfter(free) ? afterDelay : free;
        }
        return free.isAfter(leavesOn) ? seen.days().mornings().firstFrom(free) : leavesOn;
    }

    private static @Nullable Coming coming(Observation seen, Chased chased, LocalDate earliest) {
        return NextLetter.of(chased, chased.cadence(), seen.days(), earliest)
                .map(next -> new Coming(next.step().day(), next.step().letter(), next.on()))
                .orElse(null);
    }
}
