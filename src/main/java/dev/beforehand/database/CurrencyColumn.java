package dev.beforehand.database;

import org.joda.money.CurrencyUnit;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Both databases keep a currency as its ISO 4217 code. */
final class CurrencyColumn {

    private CurrencyColumn() {}

    @WritingConverter
    enum Write implements Converter<CurrencyUnit, String> {
        INSTANCE;

        @Override
        public String convert(CurrencyUnit currency) {
            return currency.getCode();
        }
    }

    @ReadingConverter
    enum Read implements Converter<String, CurrencyUnit> {
        INSTANCE;

        @Override
        public CurrencyUnit convert(String code) {
            return CurrencyUnit.of(code);
        }
    }
}
