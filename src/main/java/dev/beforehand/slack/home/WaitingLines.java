package dev.beforehand.slack.home;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.clients.Role;
import dev.beforehand.digest.Agenda;
import dev.beforehand.digest.Agenda.CheckInLine;
import dev.beforehand.digest.Agenda.LetterLine;
import dev.beforehand.digest.Agenda.MailLine;
import dev.beforehand.digest.Agenda.PromiseLine;
import dev.beforehand.digest.Digest.PlanLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.checkins.CheckInButtons;
import dev.beforehand.slack.clients.ClientMenu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for somebody: the first lines of each kind, the most pressing kind first. */
@Component
class WaitingLines {

    private static final int LONGEST_SUBJECT = 80;

    private final ClientMenu client;
    private final Phrases phrases;

    WaitingLines(ClientMenu client, Phrases phrases) {
        this.client = client;
        this.phrases = phrases;
    }

    /** What its lines link to. */
    static Stream<String> subjects(Agenda agenda, Section<PlanLine> plans) {
        return Stream.of(
                        first(agenda.toClaim()).map(WaitingLines::subject),
                        first(agenda.claimed()).map(WaitingLines::subject),
                        first(agenda.replies()).map(WaitingLines::subject),
                        first(agenda.bounces()).map(WaitingLines::subject),
                        first(agenda.letters()).map(WaitingLines::subject),
                        plans.lines().stream().map(WaitingLines::subject))
                .flatMap(subjects -> subjects);
    }

    List<LayoutBlock> of(Sight sight) {
        var agenda = sight.agenda();
        var blocks = new ArrayList<LayoutBlock>();
        add(blocks, "plans", sight.plans().total(), sight.plans().lines(), line -> plan(line, sight));
        add(blocks, "broken", agenda.broken(), line -> promise("broken", line));
        add(blocks, "replies", agenda.replies(), line -> mail("reply", line, sight));
        add(blocks, "bounces", agenda.bounces(), line -> mail("bounce", line, sight));
        add(blocks, "letters", agenda.letters(), line -> letter(line, sight));
        add(blocks, "promised", agenda.promised(), line -> promise("promised", line));
        add(blocks, "claimed", agenda.claimed(), line -> checkIn("claimed", CheckInButtons.FEEDBACK, line, sight));
        add(blocks, "to-claim", agenda.toClaim(), line -> checkIn("to-claim", CheckInButtons.CLAIM, line, sight));
        return blocks.isEmpty() ? List.of(HomeBlocks.text(phrases.say("home.waiting.nothing"))) : blocks;
    }

    private <T> void add(List<LayoutBlock> blocks, String kind, List<T> lines, Function<T, LayoutBlock> line) {
        add(blocks, kind, lines.size(), lines, line);
    }

    private <T> void add(
            List<LayoutBlock> blocks, String kind, int total, List<T> lines, Function<T, LayoutBlock> line) {
        if (total > 0) {
            blocks.add(HomeBlocks.text(phrases.say("home.waiting." + kind, total, Map.of())));
            first(lines).map(line).forEach(blocks::add);
        }
        if (total > HomeBlocks.LINES) {
            blocks.add(HomeBlocks.small(phrases.say("home.more", total - HomeBlocks.LINES, Map.of())));
        }
    }

    private LayoutBlock checkIn(String kind, String action, CheckInLine line, Sight sight) {
        var text = phrases.say(
                "home.line." + kind,
                line.invoices(),
                values(
                        line.clientName(),
                        sight.links().get(subject(line)),
                        Map.of(
                                "owed",
                                Format.totals(line.owed()),
                                "due",
                                Format.day(line.firstDue(), sight.day()),
                                "overdue",
                                line.firstDue().isBefore(sight.day()))));
        return sight.role().includes(Role.ACCOUNT_MANAGER)
                ? line(text, button(action, "home.button." + kind, line.id().toString()))
                : line(text, client.button(line.client()));
    }

    private LayoutBlock promise(String kind, PromiseLine line) {
        var text = phrases.say(
                "home.line." + kind,
                values(
                        line.clientName(),
                        null,
                        Map.of(
                                "promised",
                                Format.money(line.promised()),
                                "on",
                                Format.dayAndYear(line.promisedOn()),
                                "arrived",
                                line.arrived().isZero() ? false : Format.money(line.arrived()))));
        return line(text, client.button(line.client()));
    }

    private LayoutBlock mail(String kind, MailLine line, Sight sight) {
        var subject = line.subject().isBlank() ? phrases.say("home.no-subject") : line.subject();
        var text = phrases.say(
                "home.line." + kind,
                values(
                        line.clientName(),
                        sight.links().get(subject(line)),
                        Map.of(
                                "subject",
                                Format.cut(subject.strip().replaceAll("\\s+", " "), LONGEST_SUBJECT),
                                "when",
                                Format.moment(line.arrivedAt()))));
        return line(text, client.button(line.client()));
    }

    private LayoutBlock letter(LetterLine line, Sight sight) {
        var text = phrases.say(
                "home.line.letter." + line.state(),
                values(
                        line.clientName(),
                        sight.links().get(subject(line)),
                        Map.of(
                                "day",
                                Format.day(line.day(), sight.day()),
                                "owed",
                                line.asksFor().isEmpty() ? false : Format.totals(line.asksFor()))));
        return line(text, client.button(line.client()));
    }

    private LayoutBlock plan(PlanLine line, Sight sight) {
        var plan = line.plan();
        var text = phrases.say(
                "home.line.plan",
                values(
                        line.clientName(),
                        sight.links().get(subject(line)),
                        Map.of(
                                "total",
                                Format.money(plan.money()),
                                "instalments",
                                plan.instalments().size(),
                                "by",
                                Format.name(line.proposedBy()))));
        return line(text, client.button(plan.clientId()));
    }

    private static LayoutBlock line(String text, ButtonElement accessory) {
        return section(s -> s.text(markdownText(text)).accessory(accessory));
    }

    private ButtonElement button(String action, String label, String value) {
        return BlockElements.button(
                b -> b.actionId(action).text(plainText(phrases.say(label))).value(value));
    }

    /** @param link to the message that shows it; empty where none does */
    private static Map<String, Object> values(String client, @Nullable String link, Map<String, ?> more) {
        var values = new HashMap<String, Object>(more);
        values.put("client", Format.name(client));
        values.put("link", link == null ? false : link);
        return values;
    }

    private static <T> Stream<T> first(List<T> lines) {
        return lines.stream().limit(HomeBlocks.LINES);
    }

    private static String subject(CheckInLine line) {
        return "check-in:" + line.id();
    }

    private static String subject(MailLine line) {
        return "incoming:" + line.id();
    }

    private static String subject(LetterLine line) {
        return "reminder:" + line.id();
    }

    private static String subject(PlanLine line) {
        return "plan:" + line.plan().knownId();
    }
}
