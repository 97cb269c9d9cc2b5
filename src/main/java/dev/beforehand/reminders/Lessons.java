package dev.beforehand.reminders;

import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.reminders.Queue.Waiting;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the mail server's answers to some letters mean for those that follow. Safe for many threads. */
final class Lessons {

    /** To so many domains in a row no good letter is refused. */
    private static final int REFUSALS = 5;

    /** One conversation may break off over its letter, a second one does not. */
    private static final int BROKEN_OFF = 2;

    private final Resting resting;
    private final Set<String> refusing = new HashSet<>();
    private int brokenOff;
    private boolean answered;
    private @Nullable Sentence over;

    Lessons(Clock clock) {
        this.resting = new Resting(clock);
    }

    /** For a new run: the server may be back. */
    synchronized void beginAnew() {
        brokenOff = 0;
        answered = false;
        over = null;
    }

    /** Why no letter is to follow; empty where the next one may. */
    synchronized @Nullable Sentence over() {
        return over;
    }

    synchronized void end(Sentence why) {
        if (over == null) {
            over = why;
        }
    }

    /** Whether the server has answered about a letter; until then they go one by one, as it would do to all what it does to one. */
    synchronized boolean answered() {
        return answered;
    }

    synchronized boolean rests(Waiting letter) {
        return resting.rests(letter.domain()) || resting.rests(letter.address());
    }

    /** @return what it means for the letter itself: where the server refuses all, none is given up for that */
    synchronized Delivery from(Waiting letter, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> {
                answered = true;
                brokenOff = 0;
                refusing.clear();
                resting.took(letter.domain());
                resting.took(letter.address());
                yield accepted;
            }
            case Delivery.Later later -> {
                answered = true;
                resting.turnedAway(later.addressAlone() ? letter.address() : letter.domain());
                yield later;
            }
            case Delivery.Unreachable away -> {
                if (away.overThisLetter()) {
                    resting.turnedAway(letter.domain());
                }
                if (!away.overThisLetter() || ++brokenOff == BROKEN_OFF) {
                    end(away.reason());
                }
                yield away;
            }
            case Delivery.Unknown unknown -> {
                end(new Sentence("delivery.silent-before"));
                yield unknown;
            }
            case Delivery.Refused refused -> {
                answered = true;
                refusing.add(letter.domain());
                yield refusing.size() < REFUSALS ? refused : refusesAll(refused);
            }
        };
    }

    private Delivery refusesAll(Delivery.Refused last) {
        var why = new Sentence("delivery.refuses-all", Map.of("last", last.reason()));
        end(why);
        return new Delivery.Unreachable(why);
    }
}
