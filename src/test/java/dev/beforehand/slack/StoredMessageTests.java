package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Language;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoredMessageTests {

    @Test
    void isReadInTheLanguageSpoken() {
        var stored =
                StoredMessage.write(() -> SlackMessage.of(Language.spoken().equals(Locale.GERMAN) ? "Hallo" : "Hello"));

        assertThat(StoredMessage.read(stored).text()).isEqualTo("Hello");
        assertThat(Language.in(Locale.GERMAN, () -> StoredMessage.read(stored)).text())
                .isEqualTo("Hallo");
    }

    @Test
    void whatAnEarlierVersionWroteDownIsStillSaid() {
        var stored = "{\"text\":\"The inbox cannot be read.\",\"blocks\":[]}";

        assertThat(Language.in(Locale.GERMAN, () -> StoredMessage.read(stored)).text())
                .isEqualTo("The inbox cannot be read.");
    }
}
