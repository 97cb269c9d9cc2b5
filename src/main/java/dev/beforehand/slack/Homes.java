package dev.beforehand.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Has Home brought to what the database says, whatever happens in between, since it is written down with the change: for
 * whoever asks at once, and otherwise after a moment, so that many changes are shown once.
 */
@Service
public class Homes {

    private static final String PREFIX = "home:";
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Errands errands;
    private final Clock clock;

    Homes(Errands errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    /** They look at it, or have done something on it. */
    public void show(String person) {
        errands.addAtOnce(PREFIX + person);
    }

    /** Something that they see has changed. Of many people each has their own turn, at the pace that Slack takes. */
    public void refresh(List<String> people) {
        var due = clock.instant().plus(MOMENT);
        for (var person : people) {
            errands.addCard(PREFIX + person, Turn.LATER, due);
            due = due.plus(Pacing.BETWEEN_HOMES);
        }
    }

    static boolean isHome(Errand errand) {
        return errand.subject().startsWith(PREFIX);
    }

    static String person(Errand errand) {
        return errand.subject().substring(PREFIX.length());
    }
}
