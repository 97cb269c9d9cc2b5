package dev.beforehand.slack.correspondence;

import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Attached;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Unreachable;
import dev.beforehand.correspondence.Unreachable.Consequence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the card of a mail shows, as the database had it at one moment.
 *
 * @param client empty where the mail belongs to none
 * @param letterOf the day of our mail that it answers or is about
 * @param settledBy who saw to it
 * @param answer the last one that somebody wrote
 * @param unreachable of a delivery report: the addresses that are none
 * @param filesShown whether what the card has no room for stands in its thread
 */
record IncomingCard(
        Incoming mail,
        @Nullable String client,
        @Nullable LocalDate letterOf,
        @Nullable String settledBy,
        @Nullable Answer answer,
        List<Unreachable> unreachable,
        boolean filesShown) {

    static final int LONGEST_TEXT = 2500;

    /** Whether the card shows no more than the beginning of what is here. */
    boolean isTextCut() {
        return mail.kind() != Kind.BOUNCE && mail.text().length() > LONGEST_TEXT;
    }

    /** Whether something is here that can be put into the thread. */
    boolean hasMoreToShow() {
        return !filesShown && (isTextCut() || mail.attachments().stream().anyMatch(IncomingCard::canBeShown));
    }

    private static boolean canBeShown(Attached file) {
        return file.isKept() && file.size() > 0;
    }

    /** Whether somebody can say that an address is right again. */
    boolean isSuspended() {
        return unreachable.stream().anyMatch(one -> one.consequence() != Consequence.NONE);
    }
}
