package dev.beforehand.slack;

import dev.beforehand.clients.ClientId;
import java.util.Optional;

/**
 * What shows the subjects that begin alike. All of it is asked when a card's turn has come, and answered from the
 * database as it is then.
 */
public interface CardKind {

    /** How the subjects begin: {@code check-in:}. */
    String prefix();

    /**
     * Where the card belongs today. One that stands elsewhere is posted there anew; empty: it stays where it stands, and
     * is not posted where it stands nowhere.
     */
    Optional<Place> place(String subject);

    /** What the card shows. */
    SlackMessage render(String subject);

    /** What the message says that a card leaves behind when it moves. */
    default SlackMessage farewell(String subject, SlackPost moved) {
        throw new IllegalStateException("The card " + subject + " never moves.");
    }

    /** The client for whom the card stands; empty where it is about several, or about something else. */
    default Optional<ClientId> client(String subject) {
        return Optional.empty();
    }

    /** The card was posted; within the transaction that remembers it. */
    default void posted(String subject, Posted card) {}

    /**
     * Slack has taken the card as it was rendered, when it was posted and whenever it was brought up to date; within the
     * transaction that remembers it.
     */
    default void shown(String subject, SlackMessage card) {}

    /** Somebody deleted the card in Slack; within the transaction that notes it. */
    default void deleted(String subject) {}

    /** Nobody can find out whether the card was posted, because Slack does not let Beforehand look. */
    default void inDoubt(String subject) {}
}
