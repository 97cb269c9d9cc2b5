package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.invoices.ledger.AmountText.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTests {

    private final AmountText amounts = new AmountText();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1234.50 | POINT | 123450 |",
                "1,234.50 | POINT | 123450 |",
                "1.234,50 | COMMA | 123450 |",
                "1 234,50 | COMMA | 123450 |",
                "1'234.50 | POINT | 123450 |",
                "1’234.5 | POINT | 123450 |",
                "12,34,567.00 | POINT | 123456700 |",
                "1.234.567 | COMMA | 123456700 |",
                "1,234,567 | POINT | 123456700 |",
                "1234 | WHOLE | 123400 |",
                "1 234 | WHOLE | 123400 |",
                "0 | WHOLE | 0 |",
                ".5 | POINT | 50 |",
                "0.500 | POINT | 50 |",
                "55.9400 | POINT | 5594 |",
                "-12.00 | POINT | -1200 |",
                "12.00- | POINT | -1200 |",
                "−12.00 | POINT | -1200 |",
                "(12.00) | POINT | -1200 |",
                "€1,234.50 | POINT | 123450 | €",
                "1.234,50 € | COMMA | 123450 | €",
                "USD 12.00 | POINT | 1200 | USD",
                "US$12 | WHOLE | 1200 | US$",
                "($12.00) | POINT | -1200 | $",
                "-£12.00 | POINT | -1200 | £",
                "12 kr | WHOLE | 1200 | kr"
            })
    void amountsAsTheyAreWritten(String text, Shape shape, long minor, String sign) {
        assertThat(amounts.scan(text)).isEqualTo(shape);
        assertThat(amounts.minor(text, shape == Shape.COMMA ? ',' : '.', 2)).isEqualTo(minor);
        assertThat(amounts.currencySign()).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234 | COMMA_OR_GROUP",
                "1.234 | POINT_OR_GROUP",
                "12.000 | POINT_OR_GROUP",
                "€ 1,230 | COMMA_OR_GROUP"
            })
    void oneSeparatorWithThreeDigitsBehindSaysNothing(String text, Shape shape) {
        assertThat(amounts.scan(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", "€", "()", "(", ".", ",", "12.3.4", "17.06.2013", "1,2,3", "1.234.56", "1,234,56.7",
                        "12,34.567,8",
                "twelve", "12.00.00", "1..2", "12x3", "=1+1", "1e5", "0x10", "12%", "5/7", "(12", "12:30", "1 2", "NaN",
                        "١٢"
            })
    void whatIsNoAmount(String text) {
        var shape = amounts.scan(text);

        assertThat(shape == Shape.NO_NUMBER || amounts.currencySign() != null)
                .as("'%s' is a %s", text, shape)
                .isTrue();
        assertThat(shape).isNotIn(Shape.POINT_OR_GROUP, Shape.COMMA_OR_GROUP);
    }

    @ParameterizedTest
    @CsvSource({"12.345, 2", "1200.50, 0", "0.001, 2", "1000000000000000, 2"})
    void whatTheCurrencyCannotHoldIsRefused(String text, int decimals) {
        amounts.scan(text);

        assertThatThrownBy(() -> amounts.minor(text, '.', decimals)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"1200, 0, 1200", "1200.00, 0, 1200", "1.5, 3, 1500"})
    void minorUnitsAreTheCurrencys(String text, int decimals, long minor) {
        amounts.scan(text);

        assertThat(amounts.minor(text, '.', decimals)).isEqualTo(minor);
    }
}
