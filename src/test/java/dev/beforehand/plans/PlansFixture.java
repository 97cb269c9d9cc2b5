package dev.beforehand.plans;

import dev.beforehand.calendar.WorkingDaysFixture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** The plan policy with working days from Monday to Friday, for tests that need plans. */
public class PlansFixture {

    @Bean
    PlanPolicy planPolicy(ObjectProvider<PlanSettings> settings) {
        return new PlanPolicy(
                WorkingDaysFixture.mondayToFriday(), settings.getIfAvailable(() -> PlanSettings.NO_LIMITS));
    }

    /** One without limits. */
    public static PlanPolicy policy() {
        return new PlanPolicy(WorkingDaysFixture.mondayToFriday(), PlanSettings.NO_LIMITS);
    }
}
