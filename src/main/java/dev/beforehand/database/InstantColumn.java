package dev.beforehand.database;

import java.sql.JDBCType;
import java.time.Instant;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;

/** Both databases keep instants as milliseconds since 1970 (UTC). */
final class InstantColumn {

    private InstantColumn() {}

    @WritingConverter
    enum Write implements Converter<Instant, JdbcValue> {
        INSTANCE;

        @Override
        public JdbcValue convert(Instant instant) {
            return JdbcValue.of(instant.toEpochMilli(), JDBCType.BIGINT);
        }
    }

    @ReadingConverter
    enum Read implements Converter<Long, Instant> {
        INSTANCE;

        @Override
        public Instant convert(Long millis) {
            return Instant.ofEpochMilli(millis);
        }
    }
}
