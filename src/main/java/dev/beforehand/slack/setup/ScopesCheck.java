package dev.beforehand.slack.setup;

import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether the token has the scopes of the manifest: an app that was installed before a scope was added lacks it. */
@Component
class ScopesCheck implements SetupCheck {

    private final SlackGateway gateway;
    private final List<String> needed = NeededScopes.all();

    ScopesCheck(SlackGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public SetupItem item() {
        return SetupItem.SCOPES;
    }

    @Override
    public Finding look() {
        return switch (gateway.scopes()) {
            case Reply.Done<Set<String>> done -> compared(done.value());
            case Reply.Refused<Set<String>> refused ->
                Finding.missing("refused", refused.problem().sentence());
            case Reply.Unknown<Set<String>> unknown -> Finding.unknown("unanswered");
        };
    }

    private Finding compared(Set<String> granted) {
        if (granted.isEmpty()) {
            return Finding.unknown("untold");
        }
        var missing = needed.stream().filter(scope -> !granted.contains(scope)).toList();
        return missing.isEmpty()
                ? Finding.good(Integer.toString(needed.size()))
                : Finding.missing("missing", String.join(", ", missing));
    }
}
