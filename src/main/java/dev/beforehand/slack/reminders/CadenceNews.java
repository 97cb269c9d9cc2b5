package dev.beforehand.slack.reminders;

import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.CadenceChange;
import dev.beforehand.reminders.CadenceChange.Example;
import dev.beforehand.reminders.CadenceChange.Letter;
import dev.beforehand.reminders.CadenceChange.Missing;
import dev.beforehand.reminders.CadenceChange.Rule;
import dev.beforehand.reminders.CadenceFileRefused;
import dev.beforehand.reminders.CadencesChanging;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the finance leads what a new file of cadences changes, before it comes into force, or what is wrong with it. */
@Component
class CadenceNews {

    private static final int LONGEST_FILE = 200;
    private static final int MOST_PROBLEMS = 10;
    private static final int MOST_RULES = 15;
    private static final int MOST_MISSING = 10;
    private static final int LONGEST_RULE = 150;
    private static final int LONGEST_PROBLEM = 300;

    private final FinanceLeads leads;
    private final Phrases phrases;

    CadenceNews(FinanceLeads leads, Phrases phrases) {
        this.leads = leads;
        this.phrases = phrases;
    }

    @EventListener
    void changing(CadencesChanging event) {
        tell(() -> text(event.change()));
    }

    @EventListener
    void refused(CadenceFileRefused event) {
        tell(() -> text(event));
    }

    private String text(CadenceFileRefused event) {
        var problems = event.problems().stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> phrases.say("cadence.problem", Map.of("problem", Format.cut(problem, LONGEST_PROBLEM))))
                .collect(Collectors.joining("\n"));
        return phrases.say("cadence.refused", event.problems().size(), Map.of("nothingPlanned", event.nothingPlanned()))
                + "\n"
                + problems;
    }

    private void tell(Supplier<String> text) {
        leads.tell(() -> SlackMessage.of(text.get()));
    }

    String text(CadenceChange change) {
        var head = phrases.say(
                "cadence.changing",
                Map.of(
                        "file", Format.cut(change.file(), LONGEST_FILE),
                        "open", Format.count(change.open()),
                        "cadence", Format.count(change.otherCadence()),
                        "rules", Format.count(change.otherRules()),
                        "letters", Format.count(change.otherLetters())));
        return Stream.of(
                        Stream.of(head),
                        change.rules().stream().limit(MOST_RULES).map(this::rule),
                        change.missing().stream().limit(MOST_MISSING).map(this::missing),
                        change.examples().stream().map(this::example))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private String missing(Missing missing) {
        return phrases.say(
                "cadence.changing.missing",
                missing.clients(),
                Map.of(
                        "letter", Format.name(missing.letter()),
                        "language", Format.language(missing.substitute().missingIn()),
                        "instead", Format.name(missing.substitute().letter()),
                        "in", Format.language(missing.substitute().language())));
    }

    private String rule(Rule rule) {
        if (rule.before() == null) {
            return phrases.say("cadence.changing.added", Map.of("cadence", Format.name(rule.cadence())));
        }
        if (rule.after() == null) {
            return phrases.say("cadence.changing.gone", Map.of("cadence", Format.name(rule.cadence())));
        }
        return phrases.say(
                "cadence.changing.rule",
                Map.of(
                        "cadence", Format.name(rule.cadence()),
                        "field", phrases.say("cadence.field." + rule.field()),
                        "before", Format.cut(phrases.say(rule.before()), LONGEST_RULE),
                        "after", Format.cut(phrases.say(rule.after()), LONGEST_RULE)));
    }

    private String example(Example example) {
        return phrases.say(
                "cadence.changing.example",
                Map.of(
                        "number", Format.name(example.number()),
                        "client", Format.name(example.client()),
                        "before", letter(example.before()),
                        "after", letter(example.after())));
    }

    private String letter(@Nullable Letter letter) {
        return letter == null
                ? phrases.say("cadence.no-letter")
                : phrases.say(
                        "cadence.letter",
                        Map.of(
                                "letter", Format.name(letter.letter()),
                                "on", Format.day(letter.on()),
                                "cadence", Format.name(letter.cadence())));
    }
}
