package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateColumnTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/2/2013, 13/2/2013 | DMY",
                "1/2/2013, 2/13/2013 | MDY",
                "13/13/2013, tomorrow, '', 2/13/2013 | MDY",
                "2013-02-01, 1 Feb 2013 |",
                "5/5/2013, 7.7.2013 |",
                "2013-02-01, 31.1.2013 | DMY",
            })
    void theOrderThatFitsEveryValue(String values, DateOrder order) {
        assertThat(column(List.of(values.split(", "))).decide("invoices.csv", "Due"))
                .isEqualTo(order);
    }

    @Test
    void whereBothFitTheSettingIsAskedFor() {
        assertThatThrownBy(() ->
                        column(List.of("5/5/2013", "1/2/2013", "3/4/2013")).decide("invoices.csv", "Due"))
                .isInstanceOf(LedgerRefused.class)
                .hasMessage("invoices.csv was not imported: its column 'Due' can be read as day/month and as month/day:"
                        + " '1/2/2013' in line 2 and every other value fit both."
                        + " Set beforehand.ledger.date-order to DMY or MDY.");
    }

    @Test
    void aColumnWithBothOrdersIsNotGuessed() {
        assertThatThrownBy(() -> column(List.of("13/2/2013", "2/13/2013")).decide("invoices.csv", "Due"))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("has both orders: '13/2/2013' in line 1 and '2/13/2013' in line 2");
    }

    @Test
    void aSlipAmongManyIsASlip() {
        var values = Stream.concat(Collections.nCopies(30, "13/2/2013").stream(), Stream.of("2/13/2013"))
                .toList();

        assertThat(column(values).decide("invoices.csv", "Due")).isEqualTo(DateOrder.DMY);
    }

    private static DateColumn column(List<String> values) {
        var column = new DateColumn(new DateText(2026));
        for (int i = 0; i < values.size(); i++) {
            column.look(values.get(i).replace("''", ""), i + 1);
        }
        return column;
    }
}
