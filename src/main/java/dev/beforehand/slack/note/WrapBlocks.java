package dev.beforehand.slack.note;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.digest.Week;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** Renders a week in a handful of lines; pure. */
@Component
class WrapBlocks {

    private final Phrases phrases;

    WrapBlocks(Phrases phrases) {
        this.phrases = phrases;
    }

    SlackMessage render(Week week) {
        var title = phrases.say("wrap.title", Map.of("day", Format.longDay(week.last())));
        var lines = String.join("\n", lines(week));
        return new SlackMessage(
                title,
                List.<LayoutBlock>of(
                        header(h -> h.text(plainText(title))),
                        section(s -> s.text(markdownText(lines))),
                        context(List.of(markdownText(phrases.say("wrap.thanks"))))));
    }

    private List<String> lines(Week week) {
        var lines = new ArrayList<String>();
        if (week.done() + week.open() > 0) {
            lines.add(phrases.say("wrap.check-ins", week.done(), Map.of("open", "%,d".formatted(week.open()))));
        }
        if (week.letters() + week.replies() > 0) {
            lines.add(phrases.say(
                    "wrap.letters",
                    week.letters(),
                    Map.of("replies", phrases.say("wrap.replies", week.replies(), Map.of()))));
        }
        if (week.kept().count() + week.broken().count() > 0) {
            lines.add(phrases.say(
                    "wrap.promises",
                    week.kept().count(),
                    Map.of(
                            "sum", inBrackets(week.kept().amount()),
                            "broken", "%,d".formatted(week.broken().count()),
                            "brokenSum", inBrackets(week.broken().amount()))));
        }
        week.currencies().forEach(currency -> lines.add(paid(week, currency)));
        return lines;
    }

    private String paid(Week week, CurrencyUnit currency) {
        return phrases.say(
                "wrap.paid",
                Map.of(
                        "due", Format.money(week.due().in(currency)),
                        "paid", Format.money(week.paid().in(currency)),
                        "first", Format.day(week.first()),
                        "last", Format.day(week.last())));
    }

    private static String inBrackets(Totals totals) {
        return totals.isEmpty() ? "" : " (" + Format.totals(totals) + ")";
    }
}
