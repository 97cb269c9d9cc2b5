package dev.beforehand.reminders;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why an invoice is in no letter, or a client gets none. The names stand in the database and in the keys of phrases. */
public enum Reason {
    /** Nothing is owed on it any more. */
    PAID,
    VOID,
    /** No cadence serves its client. */
    NO_CADENCE,
    /** No step of the cadence has been reached. */
    NOT_YET,
    /** The letter for its step was written, or a later one. */
    STEP_WRITTEN,
    /** Its step came so long ago that it is not caught up. */
    TOO_LATE,
    /** It was not written before the next step came. */
    OVERTAKEN,
    /** It is open here, but the ledger's newest reading did not have it. */
    NOT_IN_LEDGER,
    DISPUTED,
    ON_PLAN,
    PROMISED,
    /** Somebody put it, or its client, on hold. */
    HELD,
    /** Somebody took it out of the letter. */
    DROPPED,
    /** The client has written, and nobody has dealt with it yet. */
    REPLY_WAITS,
    /** The client was written to only some days ago. */
    CONTACT_DELAY,
    /** So many letters have named it that a person has to take over. */
    MOST_LETTERS,
    /** Its last step was written or let go, and it is still open: a person has to take over. */
    CADENCE_OVER,
    /** The ledger was not brought up to date for so long that nobody knows what is paid. */
    LEDGER_STALE,
    /** Nobody at the client has an e-mail address that letters can be sent to. */
    NO_CONTACT,
    /** Mail to the client's address came back. */
    ADDRESS_SUSPENDED,
    /** Nobody with an e-mail address looks after the client, so nobody would get its answer. */
    NO_ACCOUNT_MANAGER,
    /** A client gets one letter a day. */
    WRITTEN_TODAY,
    /** The ledger has another due date than when the letter was planned. */
    DUE_DATE_CHANGED,
    /** The ledger names another client for it than when the letter was planned. */
    OTHER_CLIENT,
    /** It was paid, and is open again. */
    OPEN_AGAIN,
    /** None of the invoices is open. */
    NOTHING_OWED,
    /** The letter could not leave on its day. */
    MISSED_ITS_DAY,
    /** The mail server refused the letter, and somebody left it at that. */
    LEFT,
    /** Nobody knew whether it had arrived; somebody found that it had not, and left it at that. */
    NOT_ARRIVED,
    /** Nobody sent the draft. */
    NOT_SENT,
    /** The company's address or the mail server is not set. */
    MAIL_NOT_SET_UP;

    /** The one of that name; empty where none has it. */
    static Optional<Reason> named(@Nullable String name) {
        return Stream.of(values()).filter(reason -> reason.name().equals(name)).findFirst();
    }

    /** Whether it is written down that no letter left for it. */
    boolean isNoted() {
        return holds() || this == TOO_LATE || this == NO_CADENCE;
    }

    /**
     * Whether letters go on where they were left, once it is over, however long that takes. Where the ledger lists what is
     * unpaid alone, what it does not have any more was paid: nothing waits for that.
     */
    boolean passes() {
        return holds() && this != MOST_LETTERS && this != NOT_IN_LEDGER;
    }

    /** Whether the client does not owe it, whatever comes. */
    boolean isForGood() {
        return this == PAID || this == VOID || this == OTHER_CLIENT;
    }

    /** Whether it is so once and for all. */
    boolean isFinal() {
        return this == TOO_LATE || this == OVERTAKEN;
    }

    /** Whether somebody or something holds back what would be written about otherwise. */
    boolean holds() {
        return switch (this) {
            case NOT_IN_LEDGER,
                    DISPUTED,
                    ON_PLAN,
                    PROMISED,
                    HELD,
                    REPLY_WAITS,
                    CONTACT_DELAY,
                    MOST_LETTERS,
                    LEDGER_STALE,
                    NO_CONTACT,
                    ADDRESS_SUSPENDED,
                    NO_ACCOUNT_MANAGER,
                    WRITTEN_TODAY,
                    MAIL_NOT_SET_UP -> true;
            default -> false;
        };
    }
}
