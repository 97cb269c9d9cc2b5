package dev.beforehand.slack.lookup;

import dev.beforehand.invoices.Found;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.lookup.InvoicesCommand.Due;
import dev.beforehand.slack.lookup.InvoicesCommand.Lookup;
import dev.beforehand.slack.lookup.InvoicesCommand.Mine;
import dev.beforehand.slack.lookup.InvoicesCommand.Overdue;
import dev.beforehand.slack.lookup.InvoicesCommand.Unknown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@code /invoices} answers, from the ledger as it is now. */
@Component
class InvoiceAnswers {

    private static final int CARDS = 10;

    private final Invoices invoices;
    private final InvoiceSearch search;
    private final CurrentColleague current;
    private final LetterAnswers letters;
    private final InvoiceBlocks blocks;
    private final Phrases phrases;
    private final Clock clock;

    InvoiceAnswers(
            Invoices invoices,
            InvoiceSearch search,
            CurrentColleague current,
            LetterAnswers letters,
            InvoiceBlocks blocks,
            Phrases phrases,
            Clock clock) {
        this.invoices = invoices;
        this.search = search;
        this.current = current;
        this.letters = letters;
        this.blocks = blocks;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** @param asker the Slack user id of whoever asks */
    SlackMessage to(InvoicesCommand.Question question, String asker) {
        var today = LocalDate.now(clock);
        return switch (question) {
            case Lookup lookup ->
                found("lookup.found", search.find(lookup.words(), today, CARDS), Map.of("words", lookup.words()));
            case Due due ->
                found(
                        "lookup.due",
                        // What is due today counts, and the query begins after its day.
                        invoices.dueWithin(due.days() + 1, today.minusDays(1), CARDS, 0),
                        Map.of("until", until(due.days())));
            case Overdue overdue -> found("lookup.overdue", invoices.overdue(today, CARDS, 0), Map.of());
            case Mine mine ->
                found("lookup.mine", invoices.lookedAfterBy(current.of(asker).id(), today, CARDS, 0), Map.of());
            case InvoicesCommand.Why why -> letters.why(why.words());
            case InvoicesCommand.Cadence cadence -> letters.cadence(cadence.words());
            case Unknown unknown -> SlackMessage.of(phrases.say("lookup.unknown", Map.of("text", unknown.text())));
            case InvoicesCommand.Digest digest -> SlackMessage.of(phrases.say("lookup.digest"));
            case InvoicesCommand.Help help -> SlackMessage.of(phrases.say("help.invoices"));
        };
    }

    private String until(int days) {
        return days == 0 ? phrases.say("lookup.until.today") : phrases.say("lookup.until", days, Map.of());
    }

    private SlackMessage found(String key, Found found, Map<String, String> values) {
        if (found.total() == 0) {
            return SlackMessage.of(phrases.say(key + ".none", values));
        }
        var counted = phrases.say(key, found.total(), values);
        var heading =
                found.total() < Found.COUNTED ? counted : phrases.say("lookup.atleast", Map.of("counted", counted));
        return blocks.render(heading, found, LocalDate.now(clock));
    }
}
