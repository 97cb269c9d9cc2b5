package dev.beforehand.slack.capture;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.model.Message;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Posted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The message that a form is about; it travels in the form's private metadata.
 *
 * @param user the Slack user id of whoever wrote it; empty where an app did
 * @param app the name of that app
 */
record Source(
        String channel,
        String ts,
        @Nullable String user,
        @Nullable String app,
        @Nullable String link) {

    private static final Gson GSON = new Gson();

    static Source of(MessageShortcutPayload shortcut) {
        var message = shortcut.getMessage();
        var ofApp = message.getBotId() != null;
        return new Source(
                shortcut.getChannel().getId(),
                message.getTs(),
                ofApp ? null : message.getUser(),
                ofApp ? app(message) : null,
                null);
    }

    private static String app(Message message) {
        var profile = message.getBotProfile();
        var name = message.getUsername() != null || profile == null ? message.getUsername() : profile.getName();
        return Format.name(Objects.requireNonNullElse(name, message.getBotId()));
    }

    static Source read(String metadata) {
        return GSON.fromJson(metadata, Source.class);
    }

    String metadata() {
        return GSON.toJson(this);
    }

    Posted message() {
        return new Posted(channel, ts);
    }

    Source linked(@Nullable String link) {
        return new Source(channel, ts, user, app, link);
    }
}
