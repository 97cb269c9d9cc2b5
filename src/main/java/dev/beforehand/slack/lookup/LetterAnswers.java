package dev.beforehand.slack.lookup;

import dev.beforehand.invoices.Found;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.letters.Substitute;
import dev.beforehand.reminders.LetterHistory;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Timetable;
import dev.beforehand.reminders.Timetable.StepOn;
import dev.beforehand.reminders.Why;
import dev.beforehand.reminders.Why.Lettered;
import dev.beforehand.reminders.Why.Rested;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.StepPhrase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@code /invoices why} and {@code /invoices cadence} answer. */
@Component
class LetterAnswers {

    /** More than a message has room for. */
    private static final int MOST_INVOICES = 50;

    private static final int MOST_NUMBERS = 8;
    private static final int LONGEST_SUBJECT = 100;

    private final InvoiceSearch search;
    private final LetterHistory letters;
    private final Phrases phrases;
    private final StepPhrase steps;
    private final Clock clock;

    LetterAnswers(InvoiceSearch search, LetterHistory letters, Phrases phrases, StepPhrase steps, Clock clock) {
        this.search = search;
        this.letters = letters;
        this.phrases = phrases;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param words an invoice's number, or enough to find one */
    SlackMessage why(String words) {
        var found = search.find(words, LocalDate.now(clock), MOST_NUMBERS);
        var invoice = theOne(found, words);
        return invoice == null ? SlackMessage.of(notOne(found, words)) : answer(letters.of(invoice));
    }

    /** @param words an invoice's number, or words of a client's name */
    SlackMessage cadence(String words) {
        var today = LocalDate.now(clock);
        var found = search.find(words, today, MOST_INVOICES);
        var one = theOne(found, words);
        var shown = one == null
                ? found.lines().stream()
                        .filter(line -> line.invoice().isOpenOn(today))
                        .toList()
                : List.of(one);
        if (shown.isEmpty()) {
            return SlackMessage.of(phrases.say("cadence.none", Map.of("words", words)));
        }
        return answer(letters.timetables(shown), one == null ? found.more() : 0);
    }

    /** @param more how many invoices there are beyond these */
    private SlackMessage answer(List<Timetable> timetables, int more) {
        var answer = new LongAnswer();
        int shown = 0;
        while (shown < timetables.size() && answer.add(lines(timetables.get(shown)))) {
            shown++;
        }
        int left = timetables.size() - shown + more;
        if (left > 0) {
            answer.addLast(phrases.say("cadence.more", left, Map.of()));
        }
        return answer.message();
    }

    private static @Nullable InvoiceLine theOne(Found found, String words) {
        if (found.total() == 1) {
            return found.lines().getFirst();
        }
        return found.lines().stream()
                .filter(line -> line.invoice().number().equalsIgnoreCase(words.strip()))
                .findFirst()
                .orElse(null);
    }

    private String notOne(Found found, String words) {
        if (found.total() == 0) {
            return phrases.say("lookup.found.none", Map.of("words", words));
        }
        var numbers = found.lines().stream()
                .map(line -> Format.name(line.invoice().number()))
                .collect(Collectors.joining(", "));
        return phrases.say("why.several", Map.of("words", words, "numbers", numbers));
    }

    private SlackMessage answer(Why why) {
        var entries = why.entries().stream().map(this::entry).toList();
        var answer = new LongAnswer();
        int hidden = 0;
        while (!answer.add(lines(why, entries, hidden))) {
            hidden++;
        }
        return answer.message();
    }

    /** @param hidden how many of the oldest entries are only counted */
    private List<String> lines(Why why, List<String> entries, int hidden) {
        var lines = new ArrayList<String>();
        lines.add(head(why.invoice()));
        if (hidden > 0) {
            lines.add(phrases.say("why.earlier", hidden, Map.of()));
        }
        lines.addAll(entries.subList(hidden, entries.size()));
        if (entries.isEmpty()) {
            lines.add(phrases.say("why.nothing-yet"));
        }
        lines.addAll(outlook(why));
        return lines;
    }

    private String head(InvoiceLine line) {
        var invoice = line.invoice();
        return phrases.say(
                "why.head",
                Map.of(
                        "number", Format.name(invoice.number()),
                        "client", Format.name(line.clientName()),
                        "total", Format.money(invoice.total()),
                        "due", Format.dayAndYear(invoice.dueOn())));
    }

    private List<String> outlook(Why why) {
        var lines = new ArrayList<String>();
        if (why.next() != null) {
            lines.add(phrases.say(
                    "why.next",
                    Map.of(
                            "letter", Format.name(why.next().letter()),
                            "on", Format.dayAndYear(why.next().on()),
                            "step", steps.say(why.next().day()),
                            "cadence", Format.name(why.cadence() == null ? "" : why.cadence()))));
        } else {
            lines.add(phrases.say("why.no-next"));
        }
        if (why.now() != null) {
            var values = new HashMap<String, Object>(Map.of("reason", phrases.say("reminder.reason." + why.now())));
            values.put("until", why.until() == null ? false : Format.dayAndYear(why.until()));
            lines.add(phrases.say("why.now", values));
        }
        return lines;
    }

    private String entry(Why.Entry entry) {
        return switch (entry) {
            case Lettered lettered -> letter(lettered);
            case Rested rested -> rest(rested);
        };
    }

    private String letter(Lettered lettered) {
        var letter = lettered.letter();
        var named = lettered.named();
        var values = new HashMap<String, Object>();
        values.put("day", Format.dayAndYear(letter.day()));
        values.put("step", about(letter, named));
        values.put("when", Format.moment(letter.changedAt()));
        values.put("who", lettered.decidedBy() == null ? false : Format.name(lettered.decidedBy()));
        values.put(
                "subject",
                letter.subject() == null ? false : Format.cut(letter.subject().strip(), LONGEST_SUBJECT));
        var why = named.leftOut() == null ? letter.cancelledFor() : named.leftOut();
        values.put("reason", why == null ? false : phrases.say("reminder.reason." + why));
        values.put(
                "said",
                letter.reason() == null
                        ? false
                        : Format.cut(phrases.say(Sentence.read(letter.reason())), LONGEST_SUBJECT));
        var key = named.leftOut() != null && letter.state() != Reminder.State.CANCELLED
                ? "LEFT_OUT"
                : letter.state().name();
        return phrases.say("why.letter." + key, values);
    }

    private String about(Reminder letter, Reminder.Named named) {
        if (letter.kind() == Reminder.Kind.THANKS) {
            return phrases.say("why.thanks");
        }
        return named.listed() ? phrases.say("why.listed") : steps.say(named.step());
    }

    private String rest(Rested rested) {
        var values = new HashMap<String, Object>();
        values.put("from", Format.dayAndYear(rested.from()));
        values.put("to", rested.from().equals(rested.to()) ? false : Format.dayAndYear(rested.to()));
        values.put("step", steps.say(rested.day()));
        values.put("reason", phrases.say("reminder.reason." + rested.reason()));
        values.put("until", rested.until() == null ? false : Format.dayAndYear(rested.until()));
        values.put("cadence", rested.cadence().isEmpty() ? false : Format.name(rested.cadence()));
        return phrases.say("why.rested", values);
    }

    private List<String> lines(Timetable timetable) {
        var invoice = timetable.invoice().invoice();
        var head = Map.of(
                "number", Format.name(invoice.number()),
                "client", Format.name(timetable.invoice().clientName()),
                "due", Format.dayAndYear(invoice.dueOn()),
                "cadence", timetable.cadence() == null ? "" : Format.name(timetable.cadence()),
                "mode", timetable.mode() == null ? "" : phrases.say("cadence.mode." + timetable.mode()));
        if (timetable.cadence() == null) {
            return List.of(phrases.say("cadence.unserved", head));
        }
        var lines = new ArrayList<String>();
        lines.add(phrases.say("cadence.head", head));
        timetable.steps().stream().map(this::step).forEach(lines::add);
        return lines;
    }

    private String step(StepOn step) {
        var line = phrases.say(
                "cadence.step",
                Map.of(
                        "on", Format.dayAndYear(step.on()),
                        "step", steps.say(step.day()),
                        "letter", Format.name(step.letter()),
                        "tone", phrases.say("cadence.tone." + step.tone()),
                        "written", step.written()));
        return step.substitute() == null || step.written() ? line : line + substitute(step.substitute());
    }

    private String substitute(Substitute substitute) {
        return phrases.say(
                "cadence.substitute",
                Map.of(
                        "language", Format.language(substitute.missingIn()),
                        "instead", Format.name(substitute.letter()),
                        "in", Format.language(substitute.language())));
    }
}
