package dev.beforehand.reminders;

import dev.beforehand.reminders.CadenceChange.Example;
import dev.beforehand.reminders.CadenceChange.Letter;
import dev.beforehand.reminders.Observation.Chased;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries cadences on all open invoices without sending anything. */
@Component
class CadenceChanges {

    private static final int EXAMPLES = 5;

    private final Observations observations;

    CadenceChanges(Observations observations) {
        this.observations = observations;
    }

    CadenceChange of(String file, Cadences before, Cadences after, LocalDate today) {
        var count = new Count(after, today);
        observations.each(before, today, LocalDate.EPOCH, LocalDate.of(9999, 12, 31), count::add);
        return new CadenceChange(file, count.open, count.otherCadence, count.otherLetter, count.examples);
    }

    private static final class Count {

        private final Cadences after;
        private final LocalDate today;
        private final ArrayList<Example> examples = new ArrayList<>();
        private int open;
        private int otherCadence;
        private int otherLetter;

        Count(Cadences after, LocalDate today) {
            this.after = after;
            this.today = today;
        }

        void add(Observation seen) {
            var owed = seen.owed(today);
            for (var chased : seen.invoices()) {
                var client = seen.client();
                var then = after.serving(
                                client.tag(),
                                client.country(),
                                owed.in(chased.invoice().total().getCurrencyUnit()))
                        .orElse(null);
                open++;
                if (!name(chased.cadence()).equals(name(then))) {
                    otherCadence++;
                }
                compare(seen, chased, next(seen, chased, chased.cadence()), next(seen, chased, then));
            }
        }

        private void compare(Observation seen, Chased chased, Optional<NextLetter> before, Optional<NextLetter> then) {
            if (same(before, then)) {
                return;
            }
            otherLetter++;
            if (examples.size() < EXAMPLES) {
                examples.add(
                        new Example(chased.invoice().number(), seen.client().name(), letter(before), letter(then)));
            }
        }

        private Optional<NextLetter> next(Observation seen, Chased chased, @Nullable Cadence cadence) {
            return NextLetter.of(cadence, chased.invoice().dueOn(), chased.lastStep(), seen.days(), today);
        }

        private static boolean same(Optional<NextLetter> before, Optional<NextLetter> then) {
            return Objects.equals(
                            before.map(NextLetter::on).orElse(null),
                            then.map(NextLetter::on).orElse(null))
                    && Objects.equals(
                            before.map(NextLetter::step).orElse(null),
                            then.map(NextLetter::step).orElse(null));
        }

        private static @Nullable Letter letter(Optional<NextLetter> next) {
            return next.map(letter -> new Letter(letter.cadence(), letter.step().letter(), letter.on()))
                    .orElse(null);
        }

        private static String name(@Nullable Cadence cadence) {
            return cadence == null ? "" : cadence.name();
        }
    }
}
