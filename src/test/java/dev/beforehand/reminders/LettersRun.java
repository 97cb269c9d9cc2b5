package dev.beforehand.reminders;

import dev.beforehand.calendar.DailyJob;
import dev.beforehand.calendar.DailyJobs;
import dev.beforehand.database.TestClock;
import dev.beforehand.mail.Mailer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A process that starts as Beforehand does on a Monday at ten, sends the letters of the day, and ends. */
@AutoConfigurationPackage(basePackages = "dev.beforehand")
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataJdbcRepositoriesAutoConfiguration.class,
    MailSenderAutoConfiguration.class
})
@ComponentScan(
        basePackages = "dev.beforehand",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "dev\\.beforehand\\.(database|clients|invoices|checkins|plans|reminders)"
                                        + "\\.(Database|Client|Invoice|CheckIn|Plan|Reminder)Configuration|dev\\.beforehand\\.calendar\\.ScheduleStart"))
@Import({RemindersRoom.class, Mailer.class, DailyJobs.class, OutboxRound.class})
class LettersRun {

    static final String STARTED = "STARTED";
    static final String FINISHED = "FINISHED";
    static final String SHOWN = "SHOWN ";

    public static void main(String[] properties) {
        var letters = new SpringApplicationBuilder(LettersRun.class)
                .web(WebApplicationType.NONE)
                .run(properties);
        letters.getBean(Reminders.class)
                .waitingForAPerson(Integer.MAX_VALUE, 0)
                .forEach(letter -> System.out.println(SHOWN + letter.messageId()));
        letters.close();
        System.out.println(FINISHED);
    }

    static List<String> properties(String databaseUrl, int mailPort, long minutesLater) {
        return List.of(
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--beforehand.practice.on=false",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailPort,
                "--beforehand.mail.from=billing@brightwater.example",
                "--beforehand.company.name=Brightwater Supplies",
                "--beforehand.reminders.notice=0m",
                "--minutes-later=" + minutesLater);
    }

    /** Each start is some minutes later than the one before it. */
    @Bean
    Clock clock(@Value("${minutes-later}") long minutes) {
        var zone = ZoneId.of("Europe/London");
        var ten = TestClock.MONDAY.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
        return Clock.fixed(ten.plus(Duration.ofMinutes(minutes)), zone);
    }

    /** What the morning digest does for the letters. */
    @Bean
    DailyJob morning(Reminders reminders) {
        return new DailyJob() {
            @Override
            public String name() {
                return "morning";
            }

            @Override
            public LocalTime time() {
                return LocalTime.of(8, 30);
            }

            @Override
            public void run(LocalDate day) {
                reminders.plan(day);
                reminders.listed(day);
            }
        };
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void started() {
        System.out.println(STARTED);
    }
}
