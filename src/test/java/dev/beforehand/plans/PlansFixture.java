package dev.beforehand.plans;

import dev.beforehand.calendar.WorkingDaysFixture;
import org.springframework.context.annotation.Bean;

/** The plan policy with working days from Monday to Friday, for tests that need plans. */
public class PlansFixture {

    @Bean
    PlanPolicy planPolicy() {
        return new PlanPolicy(WorkingDaysFixture.mondayToFriday());
    }
}
