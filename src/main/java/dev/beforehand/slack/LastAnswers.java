package dev.beforehand.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Slack answered to a question about each of several things: kept for some minutes, and longer while it does not
 * answer. For some seconds after it said that it is asked too much it is not asked at all.
 */
final class LastAnswers<T> {

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(1);
    /** Where Slack is asked too much, it would only say so again. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final Set<String> NOBODY = Set.of("user_not_found", "users_not_found", "no_such_subteam");

    /** One question, asked by one caller at a time. */
    private final class Question {

        private @Nullable T answer;
        private Instant keptUntil = Instant.MIN;
        private boolean refusedForGood;

        private synchronized Optional<T> answer(String about, boolean afresh) {
            var now = clock.instant();
            if (afresh || !now.isBefore(keptUntil) && !now.isBefore(restsUntil)) {
                ask(about, now);
            }
            return Optional.ofNullable(answer);
        }

        private synchronized boolean isAnswered(String about) {
            answer(about, false);
            return answer != null || refusedForGood || clock.instant().isBefore(keptUntil);
        }

        private void ask(String about, Instant now) {
            var reply = slack.apply(about);
            refusedForGood = reply instanceof Reply.Refused<T> refused
                    && refused.problem().isOfPlace();
            if (reply instanceof Reply.Done<T> done) {
                keep(done.value(), now);
            } else if (reply instanceof Reply.Refused<T> refused
                    && NOBODY.contains(refused.problem().code())) {
                keep(null, now);
            } else {
                if (reply instanceof Reply.Refused<T> refused
                        && refused.problem().isTooMuch()) {
                    restsUntil = now.plus(REST);
                }
                // Whoever was never told of is asked about at the next click: nothing can be done in their name before.
                keptUntil = answer == null ? now : now.plus(BEFORE_ASKING_AGAIN);
            }
        }

        private void keep(@Nullable T value, Instant now) {
            answer = value;
            keptUntil = now.plus(kept);
        }
    }

    private final Function<String, Reply<T>> slack;
    private final Duration kept;
    private final Clock clock;
    private final ConcurrentMap<String, Question> questions = new ConcurrentHashMap<>();
    private volatile Instant restsUntil = Instant.MIN;

    LastAnswers(Duration kept, Clock clock, Function<String, Reply<T>> slack) {
        this.slack = slack;
        this.kept = kept;
        this.clock = clock;
    }

    Optional<T> about(String thing) {
        return question(thing).answer(thing, false);
    }

    /** Asks again, however little time has passed. */
    Optional<T> afresh(String thing) {
        return question(thing).answer(thing, true);
    }

    /** Whether Slack has said, be it that there is none or that it does not say; not whether it did so just now. */
    boolean isAnswered(String thing) {
        return question(thing).isAnswered(thing);
    }

    private Question question(String thing) {
        return questions.computeIfAbsent(thing, none -> new Question());
    }
}
