package dev.beforehand.slack;

import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Settled;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says why nothing came of a person's decision about a letter. */
@Component
public class LetterRefusals {

    private final Phrases phrases;

    LetterRefusals(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Empty where it was done. */
    public Optional<String> sentence(Settled settled) {
        return switch (settled) {
            case Settled.Done done -> Optional.empty();
            case Settled.NotWaiting now -> refused(now.state().name());
            case Settled.NothingLeft nothing -> refused("nothing-left");
            case Settled.WrittenToday written -> refused("written-today");
            case Settled.Unknown unknown -> refused("gone");
            case Settled.Forbidden forbidden ->
                Optional.of(phrases.say(
                        "reminder.now.held",
                        Map.of("why", phrases.say("reminder.reason." + forbidden.reason()), "until", false)));
        };
    }

    private Optional<String> refused(String why) {
        return Optional.of(phrases.say("reminder.refused." + why));
    }
}
