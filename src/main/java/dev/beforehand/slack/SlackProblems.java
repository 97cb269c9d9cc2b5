package dev.beforehand.slack;

import dev.beforehand.letters.Phrases;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says Slack's error codes as sentences for a person. */
@Component
class SlackProblems {

    private static final String PREFIX = "error.slack.";

    private final Phrases phrases;

    SlackProblems(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * @param about the channel or person that the call was about; empty where there is none
     * @param needed the permission that is missing, where Slack says so
     */
    SlackProblem of(String code, String about, @Nullable String needed) {
        var key = PREFIX + (phrases.keys().contains(PREFIX + code) ? code : "other");
        return new SlackProblem(
                code,
                () -> phrases.say(
                        key, Map.of("code", code, "where", mention(about), "needed", needed == null ? "?" : needed)));
    }

    private String mention(String about) {
        if (about.matches("[CG][A-Z0-9]+")) {
            return "<#" + about + ">";
        }
        return about.isEmpty() ? phrases.say("problem.that-channel") : about;
    }
}
