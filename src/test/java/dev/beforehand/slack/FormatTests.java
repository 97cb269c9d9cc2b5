package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Language;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FormatTests {

    private static final LocalDate DAY = LocalDate.of(2013, 6, 19);

    @Test
    void daysAmountsAndCountsAreWrittenAsTheReaderDoes() {
        assertThat(Format.day(DAY)).isEqualTo("Wed 19 Jun");
        assertThat(german(() -> Format.day(DAY))).isEqualTo("Mi. 19. Juni");
        assertThat(Format.longDay(DAY)).isEqualTo("Wednesday, 19 June 2013");
        assertThat(german(() -> Format.longDay(DAY))).isEqualTo("Mittwoch, 19. Juni 2013");
        assertThat(Format.money(Money.parse("EUR 1234.50"))).isEqualTo("€1,234.50");
        assertThat(german(() -> Format.money(Money.parse("EUR 1234.50")))).isEqualTo("1.234,50\u00a0€");
        assertThat(Format.count(12345)).isEqualTo("12,345");
        assertThat(german(() -> Format.count(12345))).isEqualTo("12.345");
        assertThat(german(() -> Format.language(Locale.GERMAN))).isEqualTo("Deutsch");
    }

    @Test
    void sizesHaveTheReadersDecimalPoint() {
        assertThat(Format.size(DataSize.ofBytes(0))).isEqualTo("1 KB");
        assertThat(Format.size(DataSize.ofKilobytes(1023))).isEqualTo("1023 KB");
        assertThat(Format.size(DataSize.ofKilobytes(1536))).isEqualTo("1.5 MB");
        assertThat(german(() -> Format.size(DataSize.ofKilobytes(1536)))).isEqualTo("1,5 MB");
        assertThat(german(() -> Format.size(DataSize.ofMegabytes(20)))).isEqualTo("20 MB");
    }

    private static String german(Supplier<String> words) {
        return Language.in(Locale.GERMAN, words);
    }
}
