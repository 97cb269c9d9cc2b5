package dev.beforehand.clients;

import dev.beforehand.database.IdColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    @Bean
    static IdColumn<ClientId> clientIdColumn() {
        return new IdColumn<>(ClientId.class, ClientId::value, ClientId::new);
    }

    @Bean
    static IdColumn<ColleagueId> colleagueIdColumn() {
        return new IdColumn<>(ColleagueId.class, ColleagueId::value, ColleagueId::new);
    }
}
