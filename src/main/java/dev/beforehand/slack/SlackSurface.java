package dev.beforehand.slack;

import com.slack.api.bolt.App;

/**
 * A place in Slack where people meet Beforehand: each bean of this type registers its handlers on the one {@code App}.
 *
 * <p>A handler checks again at the click who clicks and whether it is still so; changes state in the database by
 * conditional updates, so that it may be asked twice; answers within three seconds, and leaves what is shown to
 * {@link Afterwards}. One that fails throws: an event then comes again, a person who clicked gets a sentence. Several
 * patterns that match the same id are tried in no order, so none may match another's.
 */
public interface SlackSurface {

    void register(App app);
}
