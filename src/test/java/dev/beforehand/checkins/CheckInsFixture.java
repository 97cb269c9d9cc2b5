package dev.beforehand.checkins;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.calendar.WorkingDaysFixture;
import org.springframework.context.annotation.Bean;

/** What check-ins need of other rooms. */
class CheckInsFixture {

    @Bean
    WorkingDays workingDays() {
        return WorkingDaysFixture.mondayToFriday();
    }
}
