package dev.beforehand.slack;

import static dev.beforehand.slack.OpenProblems.WORKSPACE;

import dev.beforehand.letters.Phrases;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Has the one message that shows a subject brought to what the database says: soon, once however often it is asked for,
 * and whatever happens in between, since it is written down with the change.
 */
@Service
public class Cards {

    private static final Duration GLANCE = Duration.ofMillis(25);
    private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

    private final Errands errands;
    private final OpenProblems problems;
    private final Phrases phrases;
    private final Clock clock;

    Cards(Errands errands, OpenProblems problems, Phrases phrases, Clock clock) {
        this.errands = errands;
        this.problems = problems;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Has the subject shown as it will be when its turn has come. */
    public void show(String subject) {
        show(subject, Turn.NOW);
    }

    public void show(String subject, Turn turn) {
        errands.addCard(subject, turn);
    }

    public void show(Collection<String> subjects, Turn turn) {
        subjects.forEach(subject -> show(subject, turn));
    }

    /** Has those shown that are not about to be: nothing about them has changed. */
    public void showMissing(Stream<String> subjects) {
        subjects.filter(subject -> !errands.isWaiting(subject)).forEach(subject -> show(subject, Turn.LAST));
    }

    /**
     * Waits until the subject is shown. Not within a transaction.
     *
     * @return what is in its way, in a sentence; empty where it is shown
     */
    public Optional<String> obstacle(String subject, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (errands.isWaiting(subject)) {
            if (errands.isPutOff(subject)
                    || problems.restsUntil(WORKSPACE).isPresent()
                    || System.nanoTime() - end > 0
                    || !pause()) {
                return errands.find(subject).map(this::obstacle);
            }
        }
        return Optional.empty();
    }

    private String obstacle(Errand errand) {
        if (errand.inDoubtSince() != null) {
            return phrases.say("error.posting");
        }
        return problems.find(WORKSPACE)
                .or(() -> Optional.ofNullable(errand.channel()).flatMap(problems::find))
                .map(OpenProblems.Open::sentence)
                .orElseGet(() -> phrases.say("error.slack.unreachable"));
    }

    /**
     * Has a subject posted again of which nobody can find out whether it was posted.
     *
     * @return false where there is none, or it may still be under way
     */
    public boolean postAgain(String subject) {
        var doubtful = errands.find(subject)
                .filter(errand -> errand.inDoubtSince() != null
                        && errand.inDoubtSince().plus(IN_FLIGHT).isBefore(clock.instant()));
        doubtful.ifPresent(errands::notPosted);
        return doubtful.isPresent();
    }

    private static boolean pause() {
        try {
            Thread.sleep(GLANCE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
