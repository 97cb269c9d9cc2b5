package dev.beforehand.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 1000.00 | 3 | EUR 333.34, EUR 333.33, EUR 333.33",
                "EUR 0.05 | 4 | EUR 0.02, EUR 0.01, EUR 0.01, EUR 0.01",
                "JPY 1000 | 3 | JPY 334, JPY 333, JPY 333",
                "USD 12.00 | 1 | USD 12.00"
            })
    void theFirstPartsTakeWhatDoesNotDivide(String total, int parts, String expected) {
        var shares = Split.evenly(Money.parse(total), parts);

        assertThat(shares).extracting(Money::toString).containsExactly(expected.split(", "));
        assertThat(Money.total(shares)).isEqualTo(Money.parse(total));
    }

    @Test
    void anAmountSmallerThanItsPartsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.evenly(Money.parse("EUR 0.02"), 3))
                .withMessageContaining("EUR 0.02");
    }
}
