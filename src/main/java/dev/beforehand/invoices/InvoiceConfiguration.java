package dev.beforehand.invoices;

import dev.beforehand.database.IdColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvoiceConfiguration {

    @Bean
    static IdColumn<InvoiceId> invoiceIdColumn() {
        return new IdColumn<>(InvoiceId.class, InvoiceId::value, InvoiceId::new);
    }
}
