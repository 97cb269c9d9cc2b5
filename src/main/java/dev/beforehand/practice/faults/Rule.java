package dev.beforehand.practice.faults;

import java.util.Set;

/**
 * How often a fault strikes.
 *
 * @param share of the calls or deliveries that it could hit, from 0 to 1
 * @param left how often it still strikes before it is over
 * @param methods the calls, {@code chat.update}, or the kinds of deliveries, {@code events_api}, {@code interactive} or
 *     {@code slash_commands}, that it can hit; empty for all
 */
public record Rule(Fault fault, double share, int left, Set<String> methods) {

    private static final int WITHOUT_END = Integer.MAX_VALUE;

    public Rule {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share of a fault is " + share + "; it has to be above 0 and at most 1.");
        }
        if (left < 1) {
            throw new IllegalArgumentException(
                    "A fault that strikes " + left + " times is none; switch it off instead.");
        }
        methods = Set.copyOf(methods);
    }

    public static Rule always(Fault fault) {
        return share(fault, 1);
    }

    public static Rule share(Fault fault, double share) {
        return new Rule(fault, share, WITHOUT_END, fault.usual());
    }

    /** The next ones, so many of them. */
    public static Rule next(Fault fault, int count) {
        return new Rule(fault, 1, count, fault.usual());
    }

    public Rule on(String... methods) {
        return new Rule(fault, share, left, Set.of(methods));
    }

    public boolean ends() {
        return left < WITHOUT_END;
    }

    boolean canHit(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    boolean isLast() {
        return left == 1;
    }

    Rule oneLess() {
        return ends() ? new Rule(fault, share, left - 1, methods) : this;
    }
}
