package dev.beforehand.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFormatTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 1234.50 | en-GB | €1,234.50",
                "USD 80.00 | en-US | $80.00",
                "CHF 5734.80 | en-GB | CHF\u00a05,734.80",
                "JPY 1200 | en-GB | JP¥1,200",
                "EUR 1234.50 | de-DE | 1.234,50\u00a0€",
                "CHF 5734.80 | de-DE | 5.734,80\u00a0CHF"
            })
    void amountsReadAsTheirReaderExpects(String amount, String locale, String expected) {
        assertThat(MoneyFormat.format(Money.parse(amount), Locale.forLanguageTag(locale)))
                .isEqualTo(expected);
    }
}
