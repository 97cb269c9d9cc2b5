package dev.beforehand.slack;

import static dev.beforehand.slack.OpenProblems.WORKSPACE;

import dev.beforehand.slack.SlackCalls.Attempt;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for a message whose answer was lost: it is there and is remembered, or it is not and is posted again. */
@Component
class Looking {

    private final Errands errands;
    private final CardKinds kinds;
    private final Receipts receipts;
    private final OpenProblems problems;
    private final Setbacks setbacks;
    private final SlackProblems sentences;
    private final SenderCalls calls;
    private final Clock clock;

    Looking(
            Errands errands,
            CardKinds kinds,
            Receipts receipts,
            OpenProblems problems,
            Setbacks setbacks,
            SlackProblems sentences,
            SenderCalls calls,
            Clock clock) {
        this.errands = errands;
        this.kinds = kinds;
        this.receipts = receipts;
        this.problems = problems;
        this.setbacks = setbacks;
        this.sentences = sentences;
        this.calls = calls;
        this.clock = clock;
    }

    void lookFor(Errand errand, Instant posted) {
        var place = new Place(Objects.requireNonNull(errand.channel()), errand.threadTs());
        if (place.hasOnlyAName()) {
            mayNotLook(errand, place, sentences.of("channel_id_unknown", place.channel(), null));
            return;
        }
        var attempt = calls.look(place.channel(), place.threadTs(), errand.mark(), posted);
        switch (attempt.reply()) {
            case Reply.Done<Optional<Posted>> looked -> {
                looked.value()
                        .ifPresentOrElse(found -> receipts.found(errand, place, found), () -> notFound(errand, place));
                setbacks.worked(looking(place), WORKSPACE);
            }
            case Reply.Unknown<Optional<Posted>> unknown -> slackIsAway();
            case Reply.Refused<Optional<Posted>> refused -> refused(errand, place, attempt, refused.problem());
        }
    }

    private void refused(Errand errand, Place place, Attempt<?> attempt, SlackProblem problem) {
        if (attempt.isTooMany()) {
            errands.holdUp(errand, place.channel(), clock.instant().plus(attempt.pause()));
        } else if (problem.threadIsGone()) {
            notFound(errand, place);
        } else if (problem.passesByItself()) {
            slackIsAway();
        } else {
            mayNotLook(errand, place, problem);
        }
    }

    private void slackIsAway() {
        problems.met(WORKSPACE, sentences.of("unanswered", "", null));
    }

    private void notFound(Errand errand, Place place) {
        setbacks.notFound(errand, place.channel(), sentences.of("unanswered", "", null));
    }

    /** Nothing waits for it in the meantime, and a card that belongs elsewhere by now is posted there. */
    private void mayNotLook(Errand errand, Place place, SlackProblem problem) {
        var next = problems.met(looking(place), problem);
        errands.putOff(errand, next);
        if (errand.isCard()) {
            var kind = kinds.of(errand.subject());
            if (kind.place(errand.subject())
                    .filter(now -> isElsewhere(now, place))
                    .isPresent()) {
                errands.notPosted(errand);
            } else {
                kind.inDoubt(errand.subject());
            }
        }
    }

    private static boolean isElsewhere(Place now, Place then) {
        return !Objects.equals(now.threadTs(), then.threadTs());
    }

    private static String looking(Place place) {
        return OpenProblems.LOOKING + place.channel();
    }
}
