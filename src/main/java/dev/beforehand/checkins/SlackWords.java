package dev.beforehand.checkins;

import org.jspecify.annotations.Nullable;

/**
 * A message in Slack in which a client's words stand.
 *
 * @param speaker the name of whoever wrote it
 * @param link where it can be read; empty where Slack did not say
 */
public record SlackWords(
        String channel, String ts, String speaker, @Nullable String link) {

    public SlackWords {
        speaker = speaker.replaceAll("[()\\s]+", " ").strip();
    }

    String key() {
        return key(channel, ts);
    }

    static String key(String channel, String ts) {
        return "message:" + channel + ":" + ts;
    }
}
