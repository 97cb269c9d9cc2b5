package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beforehand.letters.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTests {

    @ParameterizedTest
    @ValueSource(strings = {"Acme <billing@acme.example>", "billing", "a@b@c", "billing@acme.example, x@acme.example"})
    void refusesASenderThatIsNoAddress(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(from, "Acme"))
                .withMessageContaining("beforehand.mail.from is '" + from + "'")
                .withMessageContaining("billing@acme.example");
    }

    @Test
    void refusesACompanyNameThatWouldBreakTheHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("billing@acme.example", "Acme\r\nBcc: all@acme.example"))
                .withMessageContaining("beforehand.company.name");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 33})
    void refusesConnectionsThatNoServerWouldGrant(int connections) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailSettings.Mail(null, connections, null))
                .withMessage("beforehand.mail.connections is %d; set it to 1 to 32.".formatted(connections));
    }

    @Test
    void refusesALimitThatNoLetterCouldKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailSettings.Mail(null, 4, 0))
                .withMessageContaining("beforehand.mail.per-minute is 0; set it to 1 or more");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(settings(" ", "Acme").missing())
                .map(Sentence::toString)
                .contains("The company's address is not set; set beforehand.mail.from.");
        assertThat(settings("billing@acme.example", null).missing()).isPresent();
        assertThat(settings(" billing@acme.example ", "Acme").missing()).isEmpty();
    }

    private static MailSettings settings(String from, String name) {
        return new MailSettings(new MailSettings.Mail(from, 4, null), new MailSettings.Company(name));
    }
}
