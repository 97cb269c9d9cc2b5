package dev.beforehand.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells once that the inbox has not been readable for long, and once that it can be read again. What could not be told is
 * tried again whenever the inbox was. For the inbox's own thread.
 */
@Component
class InboxWatch {

    /** A mail server that is restarted or looked after is back sooner; of one that is not, people have to know the same day. */
    static final Duration LONG = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(InboxWatch.class);

    private final InboxSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private @Nullable Instant since;
    private boolean told;

    InboxWatch(InboxSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    void unreadable(String reason) {
        var now = clock.instant();
        since = since == null ? now : since;
        if (!told && !now.isBefore(since.plus(LONG))) {
            told = isTold(new InboxUnreadable(settings.host(), since, reason));
        }
    }

    void readable() {
        since = null;
        if (told) {
            told = !isTold(new InboxReadable(settings.host()));
        }
    }

    private boolean isTold(Object news) {
        try {
            events.publishEvent(news);
            return true;
        } catch (RuntimeException e) {
            log.error("Nobody could be told how the inbox is; it is tried again.", e);
            return false;
        }
    }
}
