package dev.beforehand.reminders;

import dev.beforehand.activity.Activities;
import dev.beforehand.calendar.CountryCalendars;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Holds;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.invoices.LedgerAge;
import dev.beforehand.letters.EditedWords;
import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.letters.MessageFolder;
import dev.beforehand.mail.ReplyAddress;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.PlansFixture;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The whole room of reminders, but for its way to the mail server. */
@Import({
    Activities.class,
    Invoices.class,
    LedgerAge.class,
    ReplyAddress.class,
    Clients.class,
    Colleagues.class,
    Plans.class,
    PlansFixture.class,
    CheckIns.class,
    Conversations.class,
    Promises.class,
    Disputes.class,
    Holds.class,
    OpenItems.class,
    CountryCalendars.class,
    Standstill.class,
    CadencesInForce.class,
    CadenceChanges.class,
    CadenceWatch.class,
    WordsWatch.class,
    LetterHistory.class,
    LetterRests.class,
    ReminderRows.class,
    Queue.class,
    PastLetters.class,
    Addressees.class,
    Standings.class,
    Observations.class,
    NewLetters.class,
    Outbox.class,
    ReminderNews.class,
    Postbox.class,
    Handover.class,
    Tries.class,
    LetterWriter.class,
    Courier.class,
    Departures.class,
    LetterDays.class,
    DayOfLetters.class,
    Leftovers.class,
    StuckLetters.class,
    Planning.class,
    PaidInvoices.class,
    ThanksPlanning.class,
    DaysLetters.class,
    ReminderJob.class,
    LetterDecisions.class,
    LetterRequests.class,
    Reminders.class
})
@ComponentScan(
        basePackageClasses = Correspondence.class,
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Correspondence|OutgoingRows|IncomingRows|AnswerRows|FollowUps|Suspensions)"))
class RemindersRoom {

    @Bean
    LetterRenderer letterRenderer() {
        return LetterRenderer.packaged(Locale.UK);
    }

    @Bean
    EditedWords editedWords() {
        return EditedWords.packaged(Locale.UK);
    }

    @Bean
    MessageFolder messageFolder() {
        return MessageFolder.packaged(Locale.UK);
    }

    @Bean
    WorkingDays workingDays() {
        return WorkingDaysFixture.mondayToFriday();
    }
}
