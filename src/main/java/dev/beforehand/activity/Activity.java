package dev.beforehand.activity;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param source from where it came: {@code slack}, {@code ledger}, {@code schedule}, {@code mail}
 * @param actor the colleague's id; empty where Beforehand did it by itself
 * @param detail one line for a person to read, or a sentence as it is written down
 * @param link where it can be read in full; empty: nowhere
 */
public record Activity(
        Kind kind,
        String source,
        @Nullable Long actor,
        @Nullable Long client,
        @Nullable Long invoice,
        @Nullable Money amount,
        String detail,
        @Nullable String link) {

    public Activity(
            Kind kind,
            String source,
            @Nullable Long actor,
            @Nullable Long client,
            @Nullable Long invoice,
            @Nullable Money amount,
            String detail) {
        this(kind, source, actor, client, invoice, amount, detail, null);
    }

    /** What can happen; the names stand in the database. */
    public enum Kind {
        LEDGER_IMPORTED,
        LEDGER_EXPORTED,
        INVOICE_PAID,
        INVOICE_VOIDED,
        CHECK_IN_CLAIMED,
        CHECK_IN_DONE,
        CHECK_IN_REOPENED,
        CHECK_IN_CANCELLED,
        CHECK_IN_ASKED,
        CHECK_IN_KEPT,
        CHECK_IN_HANDED_OVER,
        CHECK_IN_GIVEN_BACK,
        CHECK_IN_RETURNED,
        CHECK_IN_ESCALATED,
        FEEDBACK_LOGGED,
        NOTE_KEPT,
        PROMISE_MADE,
        PROMISE_KEPT,
        PROMISE_BROKEN,
        DISPUTE_OPENED,
        DISPUTE_CHANGED,
        DISPUTE_RESOLVED,
        HOLD_PLACED,
        HOLD_RELEASED,
        PLAN_PROPOSED,
        PLAN_SIGNED,
        PLAN_APPROVED,
        PLAN_DECLINED,
        LETTER_REQUESTED,
        LETTER_HELD,
        LETTER_EDITED,
        LETTER_SENT,
        LETTER_FAILED,
        LETTER_UNKNOWN,
        LETTER_CANCELLED,
        REPLY_RECEIVED,
        REPLY_SENT,
        ADDRESS_SUSPENDED,
        PREFERENCE_CHANGED,
        FILES_SHOWN,
        COLLEAGUE_CONNECTED,
        COLLEAGUE_AWAY,
        COLLEAGUE_BACK,
        ROLE_GIVEN,
        ROLE_REFUSED
    }

    /** Something that Beforehand did by itself, on schedule. */
    public static Activity scheduled(Kind kind, @Nullable Long client, @Nullable Money amount, String detail) {
        return new Activity(kind, "schedule", null, client, null, amount, detail);
    }

    /** Something that a colleague did in Slack. */
    public static Activity inSlack(
            Kind kind, long actor, @Nullable Long client, @Nullable Money amount, String detail) {
        return new Activity(kind, "slack", actor, client, null, amount, detail);
    }

    public Activity readAt(@Nullable String link) {
        return new Activity(kind, source, actor, client, invoice, amount, detail, link);
    }
}
