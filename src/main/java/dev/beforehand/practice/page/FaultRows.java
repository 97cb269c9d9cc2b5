package dev.beforehand.practice.page;

import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Rule;
import java.util.Arrays;
import java.util.List;

/** The faults as a person reads them, each with how often it strikes where it is on. */
record FaultRows(List<Rule> on, boolean socketMode) {

    Page.Faults panel() {
        var rows = Arrays.stream(Fault.values())
                .filter(fault -> socketMode || fault != Fault.BROKEN_CONNECTION)
                .map(this::row)
                .toList();
        return new Page.Faults(summary(), !on.isEmpty(), rows);
    }

    private String summary() {
        return on.isEmpty() ? "Make Slack misbehave" : "Slack misbehaves";
    }

    private Page.Fault row(Fault fault) {
        var howOften = on.stream()
                .filter(rule -> rule.fault() == fault)
                .map(FaultRows::howOften)
                .findFirst()
                .orElse(null);
        return new Page.Fault(fault.name(), words(fault), hint(fault), howOften);
    }

    private static String howOften(Rule rule) {
        var share = rule.share() == 1 ? "every time" : "in %d of 100 cases".formatted(Math.round(rule.share() * 100));
        if (!rule.ends()) {
            return share;
        }
        return rule.left() == 1 ? "the next time" : "the next %d times".formatted(rule.left());
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case SLOW_ANSWER -> "Slack answers slowly";
            case TOO_MANY_CALLS -> "Slack asks to wait";
            case SERVER_ERROR -> "Slack is out of order";
            case LOST_ANSWER -> "An answer is lost";
            case TOKEN_REVOKED -> "The token is revoked";
            case CHANNEL_ARCHIVED -> "The channel is archived";
            case NOT_IN_CHANNEL -> "Beforehand is not in the channel";
            case DUPLICATE_DELIVERY -> "What people do arrives twice";
            case LATE_DELIVERY -> "What people do arrives late";
            case BROKEN_CONNECTION -> "The connection breaks";
        };
    }

    private static String hint(Fault fault) {
        return switch (fault) {
            case SLOW_ANSWER -> "Two seconds late";
            case TOO_MANY_CALLS -> "Too many calls: 429, Retry-After";
            case SERVER_ERROR -> "500, and nothing was done";
            case LOST_ANSWER -> "The message stands, Beforehand never hears of it";
            case TOKEN_REVOKED -> "Beforehand may do nothing at all";
            case CHANNEL_ARCHIVED -> "Direct messages go on";
            case NOT_IN_CHANNEL -> "Nobody has invited it there";
            case DUPLICATE_DELIVERY -> "Clicks, commands, reactions, messages";
            case LATE_DELIVERY -> "Two seconds; the person waits";
            case BROKEN_CONNECTION -> "After a click, before its answer";
        };
    }
}
