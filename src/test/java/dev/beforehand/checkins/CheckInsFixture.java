package dev.beforehand.checkins;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.clients.Absences;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.invoices.LedgerAge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The room of check-ins, with what it needs of other rooms. */
@Import({
    CheckIns.class,
    Leases.class,
    LeaseQuestions.class,
    Absentees.class,
    Absences.class,
    Colleagues.class,
    Conversations.class,
    Promises.class,
    Disputes.class,
    Holds.class,
    Clients.class,
    Invoices.class,
    LedgerAge.class
})
public class CheckInsFixture {

    @Bean
    WorkingDays workingDays() {
        return WorkingDaysFixture.mondayToFriday();
    }
}
