package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.money.Totals;
import java.time.LocalDate;
import java.util.List;

/** The first of a day's letters, and how many there are in all. */
public record PlannedLetters(List<Line> lines, int total) {

    /**
     * A letter of the day: one that leaves, or what became of it.
     *
     * @param step of the invoice that carries it
     * @param numbers of its invoices, the carrying one first
     * @param dueOn of the invoice that carries it
     * @param manager in whose name it leaves
     */
    public record Line(
            ClientId client,
            String clientName,
            int step,
            List<String> numbers,
            LocalDate dueOn,
            Totals balance,
            String manager,
            Reminder.State state) {}
}
