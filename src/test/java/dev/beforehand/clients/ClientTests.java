package dev.beforehand.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTests {

    @ParameterizedTest
    @CsvSource({
        "en, GB, en-GB",
        "de, at, de-AT",
        "de-CH, AT, de-CH",
        "de, , de",
        "de, Austria, de",
        ", AT, fr-FR",
        ", , fr-FR"
    })
    void itsLanguageIsThatOfItsCountryWhereItDoesNotSay(String language, String country, String expected) {
        var wishes = new Preferences(null, null, null, false, false, null, true);
        var client = new Client(
                new ClientId(1), "Harbour", "harbour", null, null, null, language, null, country, null, null, wishes);

        assertThat(client.localeOr(Locale.FRANCE)).isEqualTo(Locale.forLanguageTag(expected));
    }
}
