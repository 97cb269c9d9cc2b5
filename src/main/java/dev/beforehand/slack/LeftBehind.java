package dev.beforehand.slack;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where cards stood before they moved: messages that have yet to say so. */
@Repository
class LeftBehind {

    private static final String PREFIX = "left:";

    private final SlackPosts posts;
    private final JdbcClient jdbc;

    LeftBehind(SlackPosts posts, JdbcClient jdbc) {
        this.posts = posts;
        this.jdbc = jdbc;
    }

    /**
     * Takes a subject from where it stands, so that it can be claimed under this message; nothing where it stands there
     * already. One that was never known to be posted is given up: whoever finds it finds it in an old thread.
     */
    @Transactional
    public void leave(String subject, Posted thread) {
        posts.find(subject).ifPresent(post -> {
            if (post.ts() == null) {
                posts.giveUp(subject);
            } else if (!isUnder(post, thread)) {
                done(subject);
                rename(subject, PREFIX + subject);
            }
        });
    }

    /** The message that shows the subject no more and does not say so yet. */
    Optional<SlackPost> of(String subject) {
        return posts.find(PREFIX + subject);
    }

    /** The message says it, or is gone itself. */
    @Transactional
    public void done(String subject) {
        jdbc.sql("delete from slack_post where subject = ?")
                .param(PREFIX + subject)
                .update();
    }

    /** The subject could not be posted elsewhere, so it still stands where it stood. */
    @Transactional
    public void back(String subject) {
        if (posts.find(subject).isEmpty()) {
            rename(PREFIX + subject, subject);
        }
    }

    private static boolean isUnder(SlackPost post, Posted thread) {
        return thread.ts().equals(post.threadTs()) && thread.channel().equals(post.channel());
    }

    private void rename(String from, String to) {
        jdbc.sql("update slack_post set subject = ? where subject = ?")
                .params(to, from)
                .update();
    }
}
