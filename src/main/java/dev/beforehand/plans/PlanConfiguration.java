package dev.beforehand.plans;

import dev.beforehand.database.IdColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    @Bean
    static IdColumn<PlanId> planIdColumn() {
        return new IdColumn<>(PlanId.class, PlanId::value, PlanId::new);
    }
}
