package dev.beforehand.reminders;

import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.reminders.CadenceChange.Example;
import dev.beforehand.reminders.CadenceChange.Letter;
import dev.beforehand.reminders.Observation.Chased;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries cadences on all open invoices without sending anything. */
@Component
class CadenceChanges {

    private static final int EXAMPLES = 5;

    private final Observations observations;
    private final LetterRenderer letters;

    CadenceChanges(Observations observations, LetterRenderer letters) {
        this.observations = observations;
        this.letters = letters;
    }

    CadenceChange of(String file, Cadences before, Cadences after, LocalDate today) {
        var count = new Count(after, new MissingLetters(letters), today);
        observations.each(before, today, LocalDate.EPOCH, LocalDate.of(9999, 12, 31), count::add);
        return new CadenceChange(
                file,
                CadenceRules.changed(before, after),
                count.open,
                count.otherCadence,
                count.otherRules,
                count.otherLetters,
                count.missing.all(),
                count.examples);
    }

    private static final class Count {

        private final Cadences after;
        private final MissingLetters missing;
        private final LocalDate today;
        private final ArrayList<Example> examples = new ArrayList<>();
        private int open;
        private int otherCadence;
        private int otherRules;
        private int otherLetters;

        Count(Cadences after, MissingLetters missing, LocalDate today) {
            this.after = after;
            this.missing = missing;
            this.today = today;
        }

        void add(Observation seen) {
            var owed = seen.owed(today);
            var client = seen.client();
            var serving = new HashSet<Cadence>();
            for (var chased : seen.invoices()) {
                var found = after.serving(
                        client.tag(),
                        client.country(),
                        owed.in(chased.invoice().total().getCurrencyUnit()));
                found.ifPresent(serving::add);
                var then = found.orElse(null);
                open++;
                if (!name(chased.cadence()).equals(name(then))) {
                    otherCadence++;
                } else if (!CadenceRules.same(chased.cadence(), then)) {
                    otherRules++;
                }
                compare(seen, chased, letters(seen, chased, chased.cadence()), letters(seen, chased, then));
            }
            missing.add(client, serving.stream());
        }

        private void compare(Observation seen, Chased chased, List<NextLetter> before, List<NextLetter> then) {
            for (int n = 0; n < Math.max(before.size(), then.size()); n++) {
                var was = n < before.size() ? before.get(n) : null;
                var is = n < then.size() ? then.get(n) : null;
                if (was == null || is == null || !was.isLike(is)) {
                    otherLetters++;
                    if (examples.size() < EXAMPLES) {
                        examples.add(new Example(
                                chased.invoice().number(), seen.client().name(), letter(was), letter(is)));
                    }
                    return;
                }
            }
        }

        private List<NextLetter> letters(Observation seen, Chased chased, @Nullable Cadence cadence) {
            return NextLetter.all(chased, cadence, seen.days(), today);
        }

        private static @Nullable Letter letter(@Nullable NextLetter next) {
            return next == null ? null : new Letter(next.cadence(), next.step().letter(), next.on());
        }

        private static String name(@Nullable Cadence cadence) {
            return cadence == null ? "" : cadence.name();
        }
    }
}
