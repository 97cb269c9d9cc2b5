package dev.beforehand.slack.home;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.digest.Month.Paid;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was done and paid this month, and how that is counted. */
@Component
class MonthLines {

    private static final int MOST_CURRENCIES = 10;

    private final Phrases phrases;

    MonthLines(Phrases phrases) {
        this.phrases = phrases;
    }

    List<LayoutBlock> of(Sight sight) {
        var month = sight.month();
        var lines = new ArrayList<String>();
        lines.add(Stream.of(Kind.CHECK_IN_DONE, Kind.LETTER_SENT, Kind.PROMISE_KEPT, Kind.PROMISE_BROKEN)
                .map(kind -> phrases.say("home.month." + kind, month.times(kind), Map.of()))
                .reduce((one, other) -> one + " · " + other)
                .orElseThrow());
        month.paid().stream().limit(MOST_CURRENCIES).map(this::paid).forEach(lines::add);
        return List.of(
                HomeBlocks.text(String.join("\n", lines)),
                HomeBlocks.small(phrases.say("home.month.how." + sight.home().whose())));
    }

    private String paid(Paid paid) {
        return phrases.say(
                "home.month.paid",
                Map.of(
                        "intime", Format.money(paid.inTimeAmount()),
                        "intimecount", paid.inTime(),
                        "late", Format.money(paid.lateAmount()),
                        "latecount", paid.late()));
    }
}
