package dev.beforehand.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters that failed, or of which nobody knows, once days have passed. */
@Component
class StuckLetters {

    private final ReminderRows reminders;
    private final PastLetters past;
    private final Observations observations;
    private final CadencesInForce cadences;
    private final Postbox postbox;
    private final Clock clock;

    StuckLetters(
            ReminderRows reminders,
            PastLetters past,
            Observations observations,
            CadencesInForce cadences,
            Postbox postbox,
            Clock clock) {
        this.reminders = reminders;
        this.past = past;
        this.observations = observations;
        this.cadences = cadences;
        this.postbox = postbox;
        this.clock = clock;
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
                .map(last -> LocalDate.ofInstant(last, clock.getZone()))
                .filter(last -> last.plusDays(delay).isAfter(today))
                .isPresent();
    }

    /** Ends letters that failed and that nobody needs any more. Those of which nobody knows are a person's. */
    void endNeedless(LocalDate today) {
        for (var id : past.failedInVain(today)) {
            reminders.find(id).ifPresent(letter -> endNeedless(letter, today));
        }
    }

    private void endNeedless(Reminder letter, LocalDate today) {
        var why = past.isOvertaken(letter.id()) ? Optional.of(Reason.STEP_WRITTEN) : overForGood(letter, today);
        why.ifPresent(reason -> postbox.end(letter.id(), reason));
    }

    private Optional<Reason> overForGood(Reminder letter, LocalDate today) {
        var named = letter.named().stream().map(Reminder.Named::invoice).toList();
        var seen = observations.of(letter.client(), named, today);
        return LastLook.obstacle(LastLook.at(letter, seen, today)).filter(Reason::isForGood);
    }
}
