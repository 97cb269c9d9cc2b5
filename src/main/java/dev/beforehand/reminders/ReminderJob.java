package dev.beforehand.reminders;

import dev.beforehand.calendar.DailyJob;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Every working day, when the digest has listed them: lets the letters of the day go. */
@Component
class ReminderJob implements DailyJob {

    private final ReminderSettings settings;
    private final DayOfLetters letters;

    ReminderJob(ReminderSettings settings, DayOfLetters letters) {
        this.settings = settings;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public LocalTime time() {
        return settings.leaveAt();
    }

    @Override
    public void run(LocalDate day) {
        letters.send(day);
    }
}
