package dev.beforehand.slack;

/**
 * A place in Slack where people meet Beforehand: each bean of this type registers its handlers at the one {@link Gate}, with
 * the role that each needs.
 *
 * <p>A handler checks again at the click whether it is still so; changes state in the database by
 * conditional updates, so that it may be asked twice; answers within three seconds, and leaves what is shown to
 * {@link Afterwards}. One that fails throws: an event then comes again, a person who clicked gets a sentence. Several
 * patterns that match the same id are tried in no order, so none may match another's.
 */
public interface SlackSurface {

    void register(Gate gate);
}
