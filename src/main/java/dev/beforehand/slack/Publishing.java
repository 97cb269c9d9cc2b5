package dev.beforehand.slack;

import static dev.beforehand.slack.OpenProblems.WORKSPACE;

import dev.beforehand.letters.Language;
import dev.beforehand.slack.SlackCalls.Attempt;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows people their Home. */
@Component
class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    private final Errands errands;
    private final HomeTab tab;
    private final Setbacks setbacks;
    private final SenderCalls calls;
    private final Pacing pacing;
    private final Readers readers;
    private final Clock clock;

    Publishing(
            Errands errands,
            HomeTab tab,
            Setbacks setbacks,
            SenderCalls calls,
            Pacing pacing,
            Readers readers,
            Clock clock) {
        this.errands = errands;
        this.tab = tab;
        this.setbacks = setbacks;
        this.calls = calls;
        this.pacing = pacing;
        this.readers = readers;
        this.clock = clock;
    }

    void publish(Errand errand) {
        var person = Homes.person(errand);
        if (setbacks.waits(errand, person)) {
            return;
        }
        var pause = pacing.untilHome(errand.turn());
        if (pause.isPositive()) {
            errands.putOff(errand, clock.instant().plus(pause));
            return;
        }
        long newest = errands.newest(errand.subject());
        var attempt = calls.publish(person, Language.in(readers.language(person), () -> tab.render(person)));
        pacing.homeShown();
        switch (attempt.reply()) {
            case Reply.Done<String> done -> {
                errands.done(errand, newest);
                setbacks.worked(person, errand.subject(), WORKSPACE);
            }
            case Reply.Refused<String> refused -> refused(errand, newest, person, attempt, refused.problem());
            case Reply.Unknown<String> unknown -> setbacks.met(errand, person, attempt);
        }
    }

    /** Nobody misses the Home of somebody who cannot look at it; they are shown it when they do. */
    private void refused(Errand errand, long newest, String person, Attempt<String> attempt, SlackProblem problem) {
        if (problem.isOfPlace()) {
            log.info("Slack does not show {} their Home: {}", person, problem.sentence());
            errands.done(errand, newest);
            return;
        }
        if (attempt.isTooMany()) {
            pacing.restHomes(attempt.pause());
        }
        setbacks.met(errand, person, attempt);
    }
}
