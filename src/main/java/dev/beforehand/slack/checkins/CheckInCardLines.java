package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.checkins.CheckInCard.Away;
import dev.beforehand.slack.checkins.CheckInCard.Back;
import dev.beforehand.slack.checkins.CheckInCard.Disputed;
import dev.beforehand.slack.checkins.CheckInCard.Item;
import dev.beforehand.slack.checkins.CheckInCard.Letter;
import dev.beforehand.slack.checkins.CheckInCard.OnHold;
import dev.beforehand.slack.checkins.CheckInCard.Plan;
import dev.beforehand.slack.checkins.CheckInCard.Promised;
import dev.beforehand.slack.checkins.CheckInCard.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of a check-in's card; pure. */
@Component
class CheckInCardLines {

    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_REASON = 60;

    private final Phrases phrases;

    CheckInCardLines(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Where it stands, who has it and since when. */
    String state(CheckInCard card) {
        return switch (card.state()) {
            case OPEN -> open(card);
            case CLAIMED -> claimed(card);
            case CANCELLED -> phrases.say("card.state.CANCELLED", by(card.holder(), card.closedAt()));
            case DONE -> phrases.say("card.outcome." + card.outcome(), by(card.holder(), card.closedAt()));
        };
    }

    private String open(CheckInCard card) {
        if (card.letGo() instanceof Back back) {
            return phrases.say("card.state.back." + back.how(), by(back.who(), back.at()));
        }
        return card.outcome() == null ? phrases.say("card.state.OPEN") : reopened(card.outcome());
    }

    private String claimed(CheckInCard card) {
        var values = new HashMap<>(by(card.holder(), card.claimedAt()));
        values.put("handedBy", card.handedBy() == null ? false : Format.name(card.handedBy()));
        return phrases.say("card.state.CLAIMED", values);
    }

    private String reopened(CheckIn.Outcome outcome) {
        return phrases.say("card.state.REOPENED", Map.of("outcome", phrases.say("card.done.button." + outcome)));
    }

    String invoice(Item invoice, LocalDate today) {
        return phrases.say(
                "card.invoice." + invoice.standing(),
                Map.of(
                        "number", Format.cut(Format.name(invoice.number()), LONGEST_NUMBER),
                        "balance", Format.money(invoice.balance()),
                        "due", Format.day(invoice.dueOn(), today)));
    }

    /** Counts what is not named. */
    String more(List<Item> invoices) {
        return phrases.say("card.more", invoices.size(), Map.of("balance", sum(invoices)));
    }

    String promise(Promised promise, LocalDate today) {
        return phrases.say(
                "card.promise",
                Map.of("amount", Format.money(promise.amount()), "day", Format.day(promise.on(), today)));
    }

    /** What is in dispute and what that holds back, or how it ended. */
    String dispute(Disputed dispute) {
        var values = new HashMap<String, Object>(by(dispute.by(), dispute.at()));
        values.put("owner", Format.name(dispute.owner()));
        values.put("problem", phrases.say("feedback.problem." + dispute.reason()));
        if (dispute.resolution() == null) {
            return phrases.say("card.dispute", values);
        }
        values.put("how", phrases.say("dispute.resolution." + dispute.resolution()));
        return phrases.say("card.dispute.over", values);
    }

    String hold(OnHold hold, LocalDate today) {
        return phrases.say(
                "card.hold",
                Map.of(
                        "number",
                        hold.number() == null ? false : Format.cut(Format.name(hold.number()), LONGEST_NUMBER),
                        "until",
                        Format.day(hold.until(), today),
                        "reason",
                        Format.cut(hold.reason(), LONGEST_REASON),
                        "who",
                        Format.name(hold.author())));
    }

    String plan(Plan plan) {
        return phrases.say(
                "card.plan." + plan.state(),
                Map.of(
                        "total", Format.money(plan.total()),
                        "instalments", plan.instalments(),
                        "who", plan.decidedBy() == null ? "" : Format.name(plan.decidedBy())));
    }

    String said(Said said) {
        var words = Format.cut(said.words().strip().replaceAll("\\s+", " "), LONGEST_WORDS);
        return phrases.say(
                "card.said." + said.mood(),
                Map.of(
                        "words",
                        words,
                        "who",
                        Format.name(said.author()),
                        "when",
                        Format.moment(said.at()),
                        "problem",
                        said.problem() == null ? false : phrases.say("feedback.problem." + said.problem())));
    }

    String letter(Letter letter) {
        return phrases.say(
                "card.letter." + letter.state(),
                Map.of(
                        "when",
                        Format.moment(letter.at()),
                        "who",
                        letter.askedBy() == null ? false : Format.name(letter.askedBy()),
                        "by",
                        letter.decidedBy() == null ? "" : Format.name(letter.decidedBy())));
    }

    /** Who looks after the client, and what is missing. */
    String people(CheckInCard card) {
        var manager = card.accountManager() == null
                ? phrases.say("card.no-account-manager")
                : phrases.say("card.account-manager", Map.of("name", Format.name(card.accountManager()))) + away(card);
        return card.reachable() ? manager : manager + "\n" + phrases.say("card.no-contact");
    }

    private String away(CheckInCard card) {
        return card.away() instanceof Away away
                ? phrases.say(
                        "card.account-manager.away",
                        Map.of(
                                "backOn", Format.day(away.backOn(), card.today()),
                                "backup", Format.name(away.backup())))
                : "";
    }

    /** What is owed on them, or false where that is nothing: phrases leave it out then. */
    static Object sum(List<Item> invoices) {
        var open = invoices.stream().filter(Item::isOpen).map(Item::balance).collect(Totals.summing());
        return open.isEmpty() ? false : Format.totals(open);
    }

    private static Map<String, Object> by(@Nullable String who, @Nullable Instant when) {
        return Map.of("who", who == null ? "" : Format.name(who), "when", when == null ? "" : Format.moment(when));
    }
}
