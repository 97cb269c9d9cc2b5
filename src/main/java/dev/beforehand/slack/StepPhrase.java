package dev.beforehand.slack;

import dev.beforehand.letters.Phrases;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says how far a letter's step lies from the due date. */
@Component
public class StepPhrase {

    private final Phrases phrases;

    public StepPhrase(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param day after the due date; before it when negative */
    public String say(int day) {
        if (day == 0) {
            return phrases.say("reminder.step.due");
        }
        return phrases.say("reminder.step." + (day < 0 ? "before" : "after"), Math.abs(day), Map.of());
    }
}
