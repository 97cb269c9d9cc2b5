package dev.beforehand.slack;

import static dev.beforehand.slack.OpenProblems.WORKSPACE;

import dev.beforehand.slack.SlackCalls.Attempt;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of an errand that came to nothing: it waits for what is in its way, is tried again, or is given up. */
@Component
class Setbacks {

    private static final Logger log = LoggerFactory.getLogger(Setbacks.class);

    /** With the growing pauses between them they last longer than an hour. */
    static final int MOST_TRIES = 20;

    private final Errands errands;
    private final OpenProblems problems;
    private final SlackProblems sentences;
    private final Clock clock;

    Setbacks(Errands errands, OpenProblems problems, SlackProblems sentences, Clock clock) {
        this.errands = errands;
        this.problems = problems;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Whether it waits for a problem that others have met before it. */
    boolean waits(Errand errand, String about) {
        var until = problems.restsUntil(about);
        until.ifPresent(then -> errands.putOff(errand, then));
        return until.isPresent();
    }

    /** @param about the channel or person for whom Slack does not take it */
    void met(Errand errand, String about, Attempt<?> attempt) {
        switch (attempt.reply()) {
            case Reply.Done<?> done ->
                throw new IllegalArgumentException("Nothing is wrong with errand " + errand.id() + ".");
            case Reply.Unknown<?> unknown -> {
                problems.met(WORKSPACE, sentences.of("unanswered", "", null));
                failed(errand, sentences.of("unanswered", "", null));
            }
            case Reply.Refused<?> refused -> refused(errand, about, attempt, refused.problem());
        }
    }

    private void refused(Errand errand, String about, Attempt<?> attempt, SlackProblem problem) {
        if (attempt.isTooMany()) {
            errands.putOff(errand, clock.instant().plus(attempt.pause()));
        } else if (problem.isOfAll()) {
            problems.met(WORKSPACE, problem);
        } else if (problem.isOfPlace()) {
            errands.putOff(errand, problems.met(about, problem));
        } else if (problem.isNotOfSlack()) {
            failed(errand, problem);
        } else {
            giveUp(errand, problem);
        }
    }

    /** It failed by itself, and is tried again but not for ever. */
    void failed(Errand errand, SlackProblem problem) {
        if (errand.tries() + 1 >= MOST_TRIES) {
            giveUp(errand, problem);
        } else {
            errands.tried(errand, clock.instant().plus(BackOff.after(errand.tries())));
        }
    }

    /** It was posted and is not there: it is posted again, the first time at once. What is to be posted after it waits. */
    void notFound(Errand errand, String channel, SlackProblem problem) {
        errands.notPosted(errand);
        if (errand.tries() >= MOST_TRIES) {
            giveUp(errand, problem);
        } else if (errand.tries() > 1) {
            errands.holdUp(errand, channel, clock.instant().plus(BackOff.after(errand.tries())));
        }
    }

    /** A card is tried again when it has changed. */
    void giveUp(Errand errand, SlackProblem problem) {
        log.error("The errand {} ({}) was given up: {}", errand.id(), errand.subject(), problem.sentence());
        errands.park(errand);
        if (errand.isCard()) {
            problems.met(errand.subject(), problem);
        }
    }

    /** Slack takes what is meant for them. */
    void worked(String... about) {
        for (var each : about) {
            if (problems.find(each).isPresent()) {
                problems.over(each);
            }
        }
    }
}
