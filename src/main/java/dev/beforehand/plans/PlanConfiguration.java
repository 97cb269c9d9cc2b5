package dev.beforehand.plans;

import dev.beforehand.database.IdColumn;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanSettings.class)
class PlanConfiguration {

    @Bean
    static IdColumn<PlanId> planIdColumn() {
        return new IdColumn<>(PlanId.class, PlanId::value, PlanId::new);
    }
}
