package dev.beforehand.checkins;

import dev.beforehand.database.IdColumn;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckInSettings.class)
class CheckInConfiguration {

    @Bean
    static IdColumn<HoldId> holdIdColumn() {
        return new IdColumn<>(HoldId.class, HoldId::value, HoldId::new);
    }

    @Bean
    static IdColumn<CheckInId> checkInIdColumn() {
        return new IdColumn<>(CheckInId.class, CheckInId::value, CheckInId::new);
    }
}
