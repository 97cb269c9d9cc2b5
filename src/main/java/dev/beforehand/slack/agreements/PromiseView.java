package dev.beforehand.slack.agreements;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.checkins.Promise;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The modal *Promise to pay*; pure. */
@Component
class PromiseView {

    static final String FORM = "promise-form";

    private static final int SHOWN = 5;

    private final AboutBlock head;
    private final PromiseFields fields;
    private final Modals modals;
    private final Phrases phrases;

    PromiseView(AboutBlock head, PromiseFields fields, Modals modals, Phrases phrases) {
        this.head = head;
        this.fields = fields;
        this.modals = modals;
        this.phrases = phrases;
    }

    /** @param standing what was promised about the same already */
    View render(About about, List<Promise> standing) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(head.of(about));
        standing.stream()
                .limit(SHOWN)
                .map(promise -> standing(promise, about.today()))
                .forEach(blocks::add);
        blocks.addAll(fields.render(about.owed().amounts(), true));
        return modals.form("promise", FORM, about.metadata(), blocks);
    }

    /** @param rest the last day on which letters rest */
    View noted(String client, Promised promised, LocalDate rest) {
        return modals.notice(
                "promise",
                phrases.say(
                        "promise.noted",
                        Map.of(
                                "client", Format.name(client),
                                "amount", Format.money(promised.amount()),
                                "day", Format.dayAndYear(promised.on()),
                                "rest", Format.dayAndYear(rest))));
    }

    private LayoutBlock standing(Promise promise, LocalDate today) {
        var text = phrases.say(
                "promise.standing",
                Map.of("amount", Format.money(promise.money()), "day", Format.day(promise.promisedOn(), today)));
        return section(s -> s.text(markdownText(text)));
    }
}
