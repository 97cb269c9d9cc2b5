package dev.beforehand.reminders;

import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What the cadence is going to ask for on a day, the letter with the oldest invoice first. */
@Component
class ComingLetters {

    private final Observations observations;
    private final ReminderPolicy policy;

    ComingLetters(Observations observations, ReminderPolicy policy) {
        this.observations = observations;
        this.policy = policy;
    }

    PlannedLetters on(LocalDate day, int limit, int offset) {
        var total = new AtomicInteger();
        var foremost = new PriorityQueue<>(Coming.OLDEST_FIRST.reversed());
        observations.each(day, seen -> {
            if (policy.decide(seen, day) instanceof Decision.Send letter) {
                total.incrementAndGet();
                foremost.add(new Coming(seen, letter));
                if (foremost.size() > offset + limit) {
                    foremost.remove();
                }
            }
        });
        var lines = foremost.stream()
                .sorted(Coming.OLDEST_FIRST)
                .skip(offset)
                .map(coming -> coming.line(day))
                .toList();
        return new PlannedLetters(lines, total.get());
    }

    private record Coming(Observation seen, Decision.Send letter) {

        static final Comparator<Coming> OLDEST_FIRST = Comparator.comparing((Coming coming) ->
                        coming.letter.invoices().getFirst().invoice().dueOn())
                .thenComparing(coming -> coming.seen.clientName())
                .thenComparing(coming -> coming.seen.client().value());

        Line line(LocalDate day) {
            var invoices = letter.invoices().stream().map(Asked::invoice).toList();
            return new Line(
                    seen.client(),
                    seen.clientName(),
                    letter.step(),
                    invoices.stream().map(invoice -> invoice.number()).toList(),
                    invoices.getFirst().dueOn(),
                    invoices.stream().map(invoice -> invoice.balanceOn(day)).collect(Totals.summing()),
                    Objects.requireNonNull(seen.manager()),
                    State.PENDING);
        }
    }
}
