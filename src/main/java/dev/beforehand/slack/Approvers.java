package dev.beforehand.slack;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who may approve and decline: the Slack user ids in {@code beforehand.approvers}. Ask at the click, not before. */
@ConfigurationProperties("beforehand")
public record Approvers(@DefaultValue List<String> approvers) {

    public Approvers {
        approvers = approvers.stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        for (var id : approvers) {
            if (!id.matches("[UW][A-Z0-9]+")) {
                throw new IllegalArgumentException(
                        "beforehand.approvers names '" + id
                                + "'; write Slack user ids like U012AB3CD, found in a person's profile under 'Copy member ID'.");
            }
        }
    }

    public boolean include(String slackUserId) {
        return approvers.contains(slackUserId);
    }
}
