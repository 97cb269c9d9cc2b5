package dev.beforehand.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TotalsTests {

    @Test
    void currenciesStandSideBySide() {
        var totals =
                Totals.of(List.of(Money.parse("USD 80.00"), Money.parse("EUR 1000.00"), Money.parse("EUR 234.50")));

        assertThat(totals.amounts()).containsExactly(Money.parse("EUR 1234.50"), Money.parse("USD 80.00"));
        assertThat(totals.format(Locale.US)).isEqualTo("€1,234.50 + $80.00");
        assertThat(totals.format(Locale.GERMANY)).isEqualTo("1.234,50\u00a0€ + 80,00\u00a0$");
    }

    @Test
    void nothingIsEmptyAndZeroInEveryCurrency() {
        assertThat(Totals.of(List.of())).isEqualTo(Totals.NONE);
        assertThat(Totals.NONE.in(CurrencyUnit.EUR)).isEqualTo(Money.parse("EUR 0.00"));
    }
}
