package dev.beforehand.database;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.DialectResolver;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    JdbcDialect jdbcDialect(NamedParameterJdbcOperations jdbc) {
        return isSqlite(jdbc.getJdbcOperations())
                ? new SqliteDialect()
                : DialectResolver.getDialect(jdbc.getJdbcOperations());
    }

    @Bean
    Database database(JdbcDialect dialect) {
        return new Database(!(dialect instanceof SqliteDialect));
    }

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, ObjectProvider<IdColumn<?>> ids) {
        var converters = new ArrayList<Object>(List.of(
                InstantColumn.Write.INSTANCE,
                InstantColumn.Read.INSTANCE,
                CurrencyColumn.Write.INSTANCE,
                CurrencyColumn.Read.INSTANCE));
        ids.forEach(id -> converters.add(new IdConverter<>(id)));
        return JdbcCustomConversions.of(dialect, converters);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource, JdbcOperations jdbc) {
        return isSqlite(jdbc) ? new SqliteTransactions(dataSource) : new JdbcTransactionManager(dataSource);
    }

    private static boolean isSqlite(JdbcOperations jdbc) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> "SQLite".equals(connection.getMetaData().getDatabaseProductName())));
    }
}
