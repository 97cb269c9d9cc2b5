package dev.beforehand.reminders;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters that failed, or of which nobody knows, once days have passed. */
@Component
class StuckLetters {

    private final PastLetters past;
    private final CadencesInForce cadences;

    StuckLetters(PastLetters past, CadencesInForce cadences) {
        this.past = past;
        this.cadences = cadences;
    }

    /** Why it must not be sent again: what was written since then would be taken back by it, or is too fresh. */
    Optional<Reason> whyNotAgain(Reminder letter, LocalDate today) {
        return past.isOvertaken(letter.id())
                ? Optional.of(Reason.STEP_WRITTEN)
                : Optional.of(Reason.CONTACT_DELAY).filter(delay -> isWithinDelay(letter, today));
    }

    /** Who asked for a letter beside the cadences wanted it whatever they had written. */
    private boolean isWithinDelay(Reminder letter, LocalDate today) {
        var delay = Optional.ofNullable(letter.cadence())
                .flatMap(name -> cadences.current().named(name))
                .map(Cadence::contactDelay)
                .orElse(0);
        return past.lastBeside(letter, today)
                .filter(last -> last.plusDays(delay).isAfter(today))
                .isPresent();
    }
}
