package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Language;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

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

    private static String german(Supplier<String> words) {
        return Language.in(Locale.GERMAN, words);
    }
}
