package dev.beforehand.practice.workspace;

import tools.jackson.databind.JsonNode;

/**
 * A modal that stands open, or what somebody sees on Home.
 *
 * @param user whose screen it is on
 * @param hash changes with each change of the view
 * @param json the whole view object as Slack answers it, with {@code blocks}, {@code title}, {@code private_metadata}
 */
public record PracticeView(String id, String user, String hash, JsonNode json) {

    public boolean isHome() {
        return json.path("type").asString("").equals("home");
    }
}
