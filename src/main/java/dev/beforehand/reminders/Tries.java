package dev.beforehand.reminders;

import dev.beforehand.reminders.Reminder.State;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How letters come under way and what becomes of them, many at a time and within the caller's transaction. */
@Repository
class Tries {

    private final JdbcClient jdbc;
    private final JdbcOperations many;
    private final Clock clock;

    Tries(JdbcClient jdbc, JdbcOperations many, Clock clock) {
        this.jdbc = jdbc;
        this.many = many;
        this.clock = clock;
    }

    /** Takes those of the letters whose time has come, each for one try. */
    List<ReminderId> take(List<ReminderId> ids) {
        return jdbc.sql("""
                        update reminder set state = 'SENDING', attempts = attempts + 1, reason = null, changed_at = :now
                        where id in (:ids) and state = 'PENDING' and leaves_at <= :now and closes_at > :now returning id""")
                .param("now", clock.millis())
                .param("ids", ids.stream().map(ReminderId::value).toList())
                .query((row, number) -> new ReminderId(row.getLong("id")))
                .list();
    }

    /** Writes down to which address each goes. */
    void address(List<Departing> letters) {
        many.batchUpdate(
                "update reminder set recipient = ? where id = ?", letters, letters.size(), (update, letter) -> {
                    update.setString(1, letter.recipient());
                    update.setLong(2, letter.id().value());
                });
    }

    /**
     * How a try ended.
     *
     * @param subject empty where the letter was not even written
     */
    record Ended(
            Reminder begun,
            State state,
            @Nullable String subject,
            @Nullable String reason) {}

    /**
     * Ends these very tries. One whose process was taken for dead, but was not, may still say what became of it, unless a
     * person has decided by then.
     *
     * @return those that were still to be ended
     */
    List<Ended> end(List<Ended> tries) {
        var now = clock.millis();
        var counts = many.batchUpdate("""
                update reminder set state = ?, subject = coalesce(?, subject), reason = ?, changed_at = ?
                where id = ? and attempts = ? and state in ('SENDING', 'UNKNOWN')""", tries, tries.size(), (update, each) -> {
            update.setString(1, each.state().name());
            update.setString(2, each.subject());
            update.setString(3, each.reason());
            update.setLong(4, now);
            update.setLong(5, each.begun().id().value());
            update.setInt(6, each.begun().attempts());
        });
        var changed = Arrays.stream(counts).flatMapToInt(Arrays::stream).toArray();
        return IntStream.range(0, tries.size())
                .filter(at -> changed[at] == 1)
                .mapToObj(tries::get)
                .toList();
    }
}
