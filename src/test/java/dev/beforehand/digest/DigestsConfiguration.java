package dev.beforehand.digest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.PlansFixture;
import dev.beforehand.reminders.PlannedLetters;
import dev.beforehand.reminders.Reminders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The digest's beans, for tests elsewhere. */
@Import({
    Digests.class,
    DigestSums.class,
    BrokenPromises.class,
    CheckInLines.class,
    Agendas.class,
    AgendaCheckIns.class,
    AgendaPromises.class,
    AgendaMails.class,
    AgendaLetters.class,
    Weeks.class,
    Invoices.class,
    Plans.class,
    PlansFixture.class
})
public class DigestsConfiguration {

    /** No letters: the outbox has contracts of its own. */
    @Bean
    Reminders reminders() {
        var reminders = mock(Reminders.class);
        when(reminders.planned(any(), anyInt(), anyInt())).thenReturn(PlannedLetters.NONE);
        return reminders;
    }
}
