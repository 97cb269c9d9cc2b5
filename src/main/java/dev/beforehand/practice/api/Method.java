package dev.beforehand.practice.api;

import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * One method of the Web API.
 *
 * @param scope that the token needs, empty for none
 * @param perMinute how often it may be called
 * @param forBot whether it takes the bot's token; otherwise it takes the app's
 * @param answer what it answers besides {@code ok}, or throws a {@link Refusal}
 */
record Method(String name, String scope, int perMinute, boolean forBot, Function<Call, ObjectNode> answer) {

    static final int TIER_3 = 50;
    static final int TIER_4 = 100;
    /** Of those that have a pace of their own, or none worth minding. */
    static final int UNPACED = Integer.MAX_VALUE;

    Method(String name, String scope, int perMinute, Function<Call, ObjectNode> answer) {
        this(name, scope, perMinute, true, answer);
    }
}
