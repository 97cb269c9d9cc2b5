package dev.beforehand.slack.digest;

import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where the digest of a day stands. */
@Component
class DigestPlace implements TodaysDigest {

    private final DigestSettings settings;
    private final SlackPosts posts;
    private final Clock clock;

    DigestPlace(DigestSettings settings, SlackPosts posts, Clock clock) {
        this.settings = settings;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return posts.find(subject(LocalDate.now(clock)))
                .filter(post -> !post.deleted())
                .map(SlackPost::posted)
                .map(posted -> new Place(posted.channel(), posted.ts()))
                .orElseGet(this::channel);
    }

    /** As it was set: an id or a name. */
    @Override
    public Place channel() {
        return new Place(settings.channel(), null);
    }

    @Override
    public LocalTime time() {
        return settings.time();
    }

    String subject(LocalDate day) {
        return prefix() + day;
    }

    LocalDate day(String subject) {
        return LocalDate.parse(subject.substring(prefix().length()));
    }

    String prefix() {
        return "digest:" + settings.channel() + ":";
    }

    /** The newest that was posted before this day. */
    Optional<SlackPost> lastBefore(LocalDate day) {
        return posts.lastBefore(prefix(), subject(day));
    }
}
