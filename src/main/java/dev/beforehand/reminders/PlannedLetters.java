package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.money.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first of a day's letters, and how many there are in all.
 *
 * @param automatic how many more leave, or have left, without anybody having to look at them
 * @param leaving how many of them all have not left yet, and will unless somebody holds them
 */
public record PlannedLetters(List<Line> lines, int total, int automatic, int leaving) {

    public static final PlannedLetters NONE = new PlannedLetters(List.of(), 0, 0, 0);

    /**
     * A letter of the day: one that leaves, or what became of it.
     *
     * @param mode what it needs before it leaves; empty where a person asked for it
     * @param step of the invoice that carries it
     * @param numbers of its invoices, the carrying one first
     * @param dueOn of the invoice that carries it
     * @param manager in whose name it leaves
     * @param leavesAt from when on it may leave
     * @param decidedBy who held it or had it sent; empty where nobody did
     * @param stopped why it did not leave, or would not if its hour came now; empty where nothing stops it
     */
    public record Line(
            ReminderId id,
            Reminder.Kind kind,
            ClientId client,
            String clientName,
            @Nullable Mode mode,
            int step,
            List<String> numbers,
            LocalDate dueOn,
            Totals balance,
            String manager,
            Reminder.State state,
            Instant leavesAt,
            @Nullable String decidedBy,
            @Nullable Reason stopped) {}
}
