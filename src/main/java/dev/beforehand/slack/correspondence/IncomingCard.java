package dev.beforehand.slack.correspondence;

import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Unreachable;
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
 */
record IncomingCard(
        Incoming mail,
        @Nullable String client,
        @Nullable LocalDate letterOf,
        @Nullable String settledBy,
        @Nullable Answer answer,
        List<Unreachable> unreachable) {}
