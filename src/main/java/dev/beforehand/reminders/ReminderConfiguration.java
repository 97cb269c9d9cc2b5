package dev.beforehand.reminders;

import dev.beforehand.database.IdColumn;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderSettings.class)
class ReminderConfiguration {

    @Bean
    static IdColumn<ReminderId> reminderIdColumn() {
        return new IdColumn<>(ReminderId.class, ReminderId::value, ReminderId::new);
    }
}
