package dev.beforehand.calendar;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarConfiguration {

    /** The only thing that is ever asked what time it is; its zone is the team's. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(CalendarSettings settings) {
        return Clock.system(settings.zone());
    }

    @Bean
    WorkingDays workingDays(CalendarSettings settings) {
        return settings.teamDays();
    }
}
