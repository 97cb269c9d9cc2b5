package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTests {

    private final DateText dates = new DateText(2026);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2013-06-17 | DMY | 2013-06-17",
                "2013-06-17 | MDY | 2013-06-17",
                "2013/6/7 | | 2013-06-07",
                "2013.06.17 | | 2013-06-17",
                "20130617 | | 2013-06-17",
                "2013-06-17T23:59:59Z | | 2013-06-17",
                "2013-06-17 08:30 | | 2013-06-17",
                "2013-06-17 08:30:00 UTC | | 2013-06-17",
                "3/4/2013 | DMY | 2013-04-03",
                "3/4/2013 | MDY | 2013-03-04",
                "03.04.2013 | DMY | 2013-04-03",
                "3-4-2013 | MDY | 2013-03-04",
                "3/4/13 | DMY | 2013-04-03",
                "1/2/46 | MDY | 2046-01-02",
                "1/2/99 | MDY | 1999-01-02",
                "6/17/2013 12:00:00 AM | MDY | 2013-06-17",
                "17 Jun 2013 | | 2013-06-17",
                "17-Jun-13 | | 2013-06-17",
                "Jun 17, 2013 | | 2013-06-17",
                "June 17, 2013, 10:22 | | 2013-06-17",
                "17. Juni 2013 | | 2013-06-17",
                "1. März 2013 | | 2013-03-01",
                "2013 Jun 17 | | 2013-06-17",
                "29.02.2012 | DMY | 2012-02-29"
            })
    void datesAsTheyAreWritten(String text, DateOrder order, LocalDate date) {
        assertThat(dates.read(text, order)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2013",
                "29.02.2013",
                "2013-13-01",
                "2013-00-10",
                "00/01/2013",
                "32/1/2013",
                "17/06/213",
                "13-06-17",
                "17/06",
                "17",
                "tomorrow",
                "Jux 17, 2013",
                "2013-06-17x",
                "17/06/2013/4",
                "17/06/2013 noon",
                "=TODAY()",
                "41442",
                "1371427200",
                "20131301",
                "20130617123",
                "9999-12-31",
                "1/2/1066",
                "17//",
                "-",
                "١٧/٠٦/٢٠١٣"
            })
    void whatIsNoDate(String text) {
        assertThat(dates.read(text, DateOrder.DMY)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"17/06/2013, MDY", "06/17/2013, DMY", "3/4/2013,"})
    void aDateInTheOtherOrderIsNone(String text, DateOrder order) {
        assertThat(dates.read(text, order)).isNull();
    }
}
