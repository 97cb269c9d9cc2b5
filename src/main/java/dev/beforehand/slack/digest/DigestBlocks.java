package dev.beforehand.slack.digest;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.activity.Activities.Tally;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.digest.Digest;
import dev.beforehand.digest.Digest.Age;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.digest.Digest.Sum;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.PlannedLetters;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders a digest as one message, whatever its size; pure. */
@Component
class DigestBlocks {

    /** So many lines a section are read at a glance. */
    static final int LINES = 8;

    /** So many characters a section keep the whole message below the 13,000 that Slack takes. */
    private static final int SECTION = 1700;

    private static final int READABLE_CURRENCIES = 8;

    /** What the opening tells of; everything else stands in the sections. */
    private static final Set<Kind> TOLD = EnumSet.of(
            Kind.INVOICE_PAID,
            Kind.CHECK_IN_DONE,
            Kind.FEEDBACK_LOGGED,
            Kind.PROMISE_MADE,
            Kind.PROMISE_KEPT,
            Kind.PROMISE_BROKEN,
            Kind.DISPUTE_OPENED,
            Kind.DISPUTE_RESOLVED,
            Kind.PLAN_APPROVED,
            Kind.PLAN_DECLINED,
            Kind.LETTER_SENT,
            Kind.LETTER_FAILED,
            Kind.LETTER_UNKNOWN);

    private final Phrases phrases;
    private final DigestLines lines;
    private final LetterList letters;

    DigestBlocks(Phrases phrases, DigestLines lines, LetterList letters) {
        this.phrases = phrases;
        this.lines = lines;
        this.letters = letters;
    }

    SlackMessage render(Digest digest) {
        var day = digest.day();
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(h -> h.text(plainText(phrases.say("digest.title", Map.of("day", Format.longDay(day)))))));
        blocks.add(context(List.of(markdownText(since(digest)))));
        blocks.add(text(totals(digest)));
        if (digest.missing().any()) {
            blocks.add(context(List.of(markdownText(missing(digest)))));
        }
        blocks.add(divider());
        add(blocks, DigestSection.BROKEN, digest.broken(), line -> lines.broken(line, day));
        add(blocks, DigestSection.TO_CLAIM, digest.toClaim(), line -> lines.checkIn(line, day));
        add(blocks, DigestSection.CLAIMED, digest.claimed(), line -> lines.checkIn(line, day));
        add(blocks, DigestSection.DUE_TODAY, digest.dueTodayLines(), line -> lines.dueToday(line, day));
        add(blocks, DigestSection.OVERDUE, digest.overdueLines(), line -> lines.overdue(line, day));
        add(blocks, DigestSection.PLANS, digest.plans(), line -> lines.plan(line, day));
        addLetters(blocks, digest.letters(), day);
        return new SlackMessage(headline(digest), blocks);
    }

    private <T> void add(List<LayoutBlock> blocks, DigestSection which, Section<T> section, Function<T, String> line) {
        if (section.total() == 0) {
            return;
        }
        var shown = fitting(section.lines().stream().map(line).toList());
        blocks.add(text(title(which, section) + "\n" + String.join("\n", shown)));
        addMore(blocks, which, section, shown.size());
    }

    private void addLetters(List<LayoutBlock> blocks, PlannedLetters planned, LocalDate day) {
        if (planned.total() > 0) {
            addListed(blocks, new Section<>(planned.lines(), planned.total()));
        }
        if (planned.automatic() > 0) {
            blocks.add(context(
                    List.of(markdownText(phrases.say("digest.letters.automatic", planned.automatic(), Map.of())))));
        }
        letters.holdAll(day, planned.leaving()).ifPresent(blocks::add);
    }

    private void addListed(List<LayoutBlock> blocks, Section<PlannedLetters.Line> section) {
        int shown =
                fitting(section.lines().stream().map(lines::letter).toList()).size();
        blocks.add(text(title(DigestSection.LETTERS, section)));
        section.lines().stream().limit(shown).map(letters::line).forEach(blocks::add);
        addMore(blocks, DigestSection.LETTERS, section, shown);
    }

    private String title(DigestSection which, Section<?> section) {
        return phrases.say("digest.section." + which.key(), section.total(), Map.of());
    }

    private void addMore(List<LayoutBlock> blocks, DigestSection which, Section<?> section, int shown) {
        int more = section.total() - shown;
        if (more > 0) {
            blocks.add(actions(List.of(button(b -> b.text(
                            plainText(phrases.say("digest.more", more, Map.of("total", Format.count(section.total())))))
                    .actionId(DigestPages.ACTION + which.key())
                    .value("0")))));
        }
    }

    private static List<String> fitting(List<String> lines) {
        int length = 0;
        int fit = 0;
        while (fit < lines.size() && length + lines.get(fit).length() < SECTION) {
            length += lines.get(fit++).length() + 1;
        }
        return lines.subList(0, fit);
    }

    /** The whole digest in one sentence, for the notification. */
    private String headline(Digest digest) {
        return digest.open().count() == 0
                ? phrases.say("digest.nothing-open")
                : phrases.say("digest.headline", digest.open().count(), sums(digest));
    }

    private String totals(Digest digest) {
        if (digest.open().count() == 0) {
            return phrases.say("digest.nothing-open");
        }
        var text = phrases.say("digest.totals", digest.open().count(), sums(digest));
        return digest.overdue().count() == 0 ? text : text + "\n" + ages(digest.overdueByAge());
    }

    private static Map<String, Object> sums(Digest digest) {
        var values = new HashMap<String, Object>(
                Map.of("open", Format.totals(digest.open().balance())));
        sum(values, "today", digest.dueToday());
        sum(values, "soon", digest.dueSoon());
        sum(values, "overdue", digest.overdue());
        return values;
    }

    private static void sum(Map<String, Object> values, String name, Sum sum) {
        values.put(name, Format.count(sum.count()));
        values.put(name + "Sum", inBrackets(sum.balance()));
    }

    /** Empty where there are so many currencies that nobody would read on. */
    private static String inBrackets(Totals totals) {
        return totals.isEmpty() || totals.amounts().size() > READABLE_CURRENCIES
                ? ""
                : " (" + Format.totals(totals) + ")";
    }

    private String ages(Map<Age, Sum> overdue) {
        return Arrays.stream(Age.values())
                .filter(age -> overdue.getOrDefault(age, Sum.NONE).count() > 0)
                .map(age -> phrases.say("digest.age." + age.name(), age(overdue.getOrDefault(age, Sum.NONE))))
                .collect(Collectors.joining(" · "));
    }

    /** Sums of several currencies would make a line that nobody reads; the counts say enough. */
    private static Map<String, Object> age(Sum sum) {
        var sums = sum.balance().amounts().size() > 1 ? Totals.NONE : sum.balance();
        return Map.of("count", Format.count(sum.count()), "sum", inBrackets(sums));
    }

    private String since(Digest digest) {
        var told = digest.since().entrySet().stream()
                .filter(entry -> TOLD.contains(entry.getKey()))
                .map(entry -> told(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" · "));
        return told.isEmpty() ? phrases.say("digest.since.nothing") : phrases.say("digest.since", Map.of("told", told));
    }

    private String told(Kind kind, Tally tally) {
        return phrases.say("digest.since." + kind.name(), tally.count(), Map.of("amount", inBrackets(tally.amount())));
    }

    private String missing(Digest digest) {
        var sentences = new ArrayList<String>();
        missing(sentences, "digest.missing.contact", digest.missing().contact());
        missing(sentences, "digest.missing.account-manager", digest.missing().accountManager());
        return String.join("\n", sentences);
    }

    private void missing(List<String> sentences, String key, Section<String> clients) {
        if (clients.total() == 0) {
            return;
        }
        var names = clients.lines().stream().limit(3).map(Format::name).collect(Collectors.joining(", "));
        var rest = clients.total() - Math.min(3, clients.lines().size());
        var all = rest == 0 ? names : phrases.say("digest.and-more", rest, Map.of("names", names));
        sentences.add(phrases.say(key, clients.total(), Map.of("names", all)));
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
