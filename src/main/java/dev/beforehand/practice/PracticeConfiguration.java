package dev.beforehand.practice;

import dev.beforehand.calendar.WorkingDays;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PracticeSettings.class)
@ConditionalOnProperty("beforehand.practice.on")
class PracticeConfiguration {

    @Bean
    static FreshStart freshStart() {
        return new FreshStart(Path.of(PracticeEnvironment.DATABASE_FILE));
    }

    @Bean
    @Primary
    PracticeClock practiceClock(PracticeSettings settings, WorkingDays workingDays) {
        var start = firstDay(settings, Clock.system(settings.zone()), workingDays);
        return new PracticeClock(start.atTime(settings.digest().time()), settings.zone());
    }

    /** The day that was set, whichever it is; otherwise the real day or the next one that has a digest. */
    static LocalDate firstDay(PracticeSettings settings, Clock real, WorkingDays workingDays) {
        var today = settings.practice().today();
        return today != null ? today : workingDays.onOrAfter(LocalDate.now(real));
    }
}
