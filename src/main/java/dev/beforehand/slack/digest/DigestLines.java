package dev.beforehand.slack.digest;

import dev.beforehand.digest.Digest.BrokenLine;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.digest.Digest.PlanLine;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.PlannedLetters;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.StepPhrase;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One line of a digest section for each kind of thing; pure. */
@Component
class DigestLines {

    private static final int NAMED_INVOICES = 3;

    private final Phrases phrases;
    private final StepPhrase steps;

    DigestLines(Phrases phrases, StepPhrase steps) {
        this.phrases = phrases;
        this.steps = steps;
    }

    String checkIn(CheckInLine line, LocalDate day) {
        var values = Map.of(
                "client", Format.name(line.clientName()),
                "invoices", invoices(line.invoices(), day),
                "manager", manager(line.accountManagerName()));
        if (line.claimedBy() == null) {
            return phrases.say("digest.line.to-claim", values);
        }
        return phrases.say(
                "digest.line.claimed",
                with(
                        values,
                        Map.of(
                                "by", Format.name(line.claimedBy()),
                                "when", Format.moment(Objects.requireNonNull(line.claimedAt())))));
    }

    String broken(BrokenLine line, LocalDate day) {
        return phrases.say(
                "digest.line.broken",
                Map.of(
                        "client", Format.name(line.clientName()),
                        "promised", Format.money(line.promised()),
                        "on", Format.day(line.promisedOn()),
                        "arrived", line.arrived().isZero() ? false : Format.money(line.arrived()),
                        "invoices", invoices(line.invoices(), day),
                        "manager", manager(line.accountManagerName())));
    }

    String dueToday(InvoiceLine line, LocalDate day) {
        return phrases.say("digest.line.due-today", invoice(line, day));
    }

    String overdue(InvoiceLine line, LocalDate day) {
        return phrases.say("digest.line.overdue", line.invoice().daysLateOn(day), invoice(line, day));
    }

    String plan(PlanLine line, LocalDate day) {
        return phrases.say(
                "digest.line.plan",
                Map.of(
                        "client", Format.name(line.clientName()),
                        "invoices", invoices(line.invoices(), day),
                        "manager", manager(line.accountManagerName()),
                        "instalments", line.plan().instalments().size(),
                        "by", Format.name(line.proposedBy())));
    }

    String letter(PlannedLetters.Line line) {
        var letter = phrases.say(
                line.kind() == Reminder.Kind.THANKS ? "digest.line.thanks" : "digest.line.letter",
                Map.of(
                        "client", Format.name(line.clientName()),
                        "numbers", numbers(line.numbers()),
                        "balance", Format.totals(line.balance()),
                        "due", Format.day(line.dueOn()),
                        "step", steps.say(line.step()),
                        "manager", Format.name(line.manager())));
        var stopped = line.stopped();
        return phrases.say(
                "digest.letter."
                        + (stopped == null || line.state() == Reminder.State.CANCELLED
                                ? line.state().name()
                                : "STOPPED"),
                Map.of(
                        "reason",
                        stopped == null ? "" : phrases.say("reminder.reason." + stopped),
                        "letter",
                        letter,
                        "when",
                        Format.moment(line.leavesAt()),
                        "who",
                        line.decidedBy() == null ? "" : Format.name(line.decidedBy())));
    }

    private String numbers(List<String> numbers) {
        var named = numbers.stream().limit(NAMED_INVOICES).map(Format::name).collect(Collectors.joining(", "));
        return numbers.size() <= NAMED_INVOICES
                ? phrases.say("digest.names", Map.of("names", named))
                : phrases.say("digest.and-more", numbers.size() - NAMED_INVOICES, Map.of("names", named));
    }

    private Map<String, Object> invoice(InvoiceLine line, LocalDate day) {
        return Map.of(
                "client", Format.name(line.clientName()),
                "number", Format.name(line.invoice().number()),
                "balance", Format.money(line.invoice().balanceOn(day)),
                "due", Format.day(line.invoice().dueOn()),
                "manager", manager(line.accountManagerName()),
                "disputed", line.invoice().disputed());
    }

    private String invoices(List<InvoiceLine> invoices, LocalDate day) {
        var named = invoices.stream()
                .limit(NAMED_INVOICES)
                .map(invoice -> phrases.say("digest.line.invoice", invoice(invoice, day)))
                .collect(Collectors.joining(", "));
        var rest = invoices.stream().skip(NAMED_INVOICES).toList();
        if (rest.isEmpty()) {
            return named;
        }
        var balance =
                rest.stream().map(invoice -> invoice.invoice().balanceOn(day)).collect(Totals.summing());
        return phrases.say(
                "digest.line.more-invoices", rest.size(), Map.of("named", named, "balance", Format.totals(balance)));
    }

    private String manager(@Nullable String name) {
        return name == null ? phrases.say("digest.no-account-manager") : Format.name(name);
    }

    private static Map<String, Object> with(Map<String, ?> some, Map<String, ?> more) {
        var all = new HashMap<String, Object>(some);
        all.putAll(more);
        return all;
    }
}
