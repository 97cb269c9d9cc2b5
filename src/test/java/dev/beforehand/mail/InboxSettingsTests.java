package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InboxSettingsTests {

    private static final Map<String, String> GOOD = Map.of(
            "host", "imap.acme.example", "user", "replies", "password", "secret", "address", "replies@acme.example");

    @Test
    void withoutAHostThereIsNoInbox() {
        assertThat(settings(Map.of()).isOn()).isFalse();
        assertThat(settings(GOOD).isOn()).isTrue();
        assertThat(settings(GOOD).poll()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings(GOOD).toString()).doesNotContain("secret");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "user, '', beforehand.inbox.user",
        "host, '', beforehand.inbox.host",
        "port, 0, beforehand.inbox.port",
        "folder, ' ', beforehand.inbox.folder",
        "address, replies+x@acme.example, beforehand.inbox.address",
        "address, nobody, beforehand.inbox.address",
        "poll, 1h, beforehand.inbox.poll",
        "poll, 10ms, beforehand.inbox.poll",
        "largest, 1KB, beforehand.inbox.largest",
        "largest, 2GB, beforehand.inbox.largest",
        "attachments, 11MB, beforehand.inbox.attachments"
    })
    void whatCannotBeIsRefusedInASentence(String name, String value, String named) {
        var values = new HashMap<>(GOOD);
        values.put(name, value);

        assertThatThrownBy(() -> settings(values)).rootCause().hasMessageContaining(named);
    }

    @Test
    void aTokenStandsInTheAddressAndIsFoundAgain() {
        var address = new ReplyAddress(settings(GOOD));

        assertThat(address.with("abc7")).contains(new MailAddress("replies+abc7@acme.example", null));
        assertThat(address.tokenIn(List.of("jo@kestrel.example", "Replies+ABC7@Acme.example")))
                .contains("abc7");
        assertThat(address.tokenIn(List.of("replies@acme.example", "replies+@acme.example", "replies+x@other.example")))
                .isEmpty();
        assertThat(new ReplyAddress(settings(Map.of())).with("abc")).isEmpty();
        assertThat(new ReplyAddress(settings(Map.of())).tokenIn(List.of("+abc")))
                .isEmpty();
    }

    static InboxSettings settings(Map<String, String> values) {
        var source = new MapConfigurationPropertySource();
        values.forEach((name, value) -> source.put("beforehand.inbox." + name, value));
        return new Binder(source).bindOrCreate("beforehand.inbox", InboxSettings.class);
    }
}
