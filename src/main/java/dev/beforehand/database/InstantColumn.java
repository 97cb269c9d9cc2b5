package dev.beforehand.database;

import java.time.Instant;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Both databases keep instants as milliseconds since 1970 (UTC). */
final class InstantColumn {

    private InstantColumn() {}

    @WritingConverter
    enum Write implements Converter<Instant, Long> {
        INSTANCE;

        @Override
        public Long convert(Instant instant) {
            return instant.toEpochMilli();
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
