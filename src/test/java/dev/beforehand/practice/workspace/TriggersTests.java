package dev.beforehand.practice.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.practice.workspace.Triggers.Exchange.Granted;
import dev.beforehand.practice.workspace.Triggers.Exchange.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TriggersTests {

    private final Ticker ticker = new Ticker();
    private final Triggers triggers = new Triggers(ticker);

    @Test
    void opensAViewForItsPersonWithinThreeSeconds() {
        var id = triggers.issue("U0PANA", "V1");
        ticker.pass(Duration.ofSeconds(3));
        assertThat(triggers.exchange(id)).isEqualTo(new Granted("U0PANA", "V1"));
    }

    @Test
    void expires() {
        var id = triggers.issue("U0PANA", null);
        ticker.pass(Duration.ofSeconds(3).plusMillis(1));
        assertThat(triggers.exchange(id)).isEqualTo(new Refused("expired_trigger_id"));
    }

    @Test
    void servesOnce() {
        var id = triggers.issue("U0PANA", null);
        triggers.exchange(id);
        assertThat(triggers.exchange(id)).isEqualTo(new Refused("exchanged_trigger_id"));
    }

    @Test
    void hasToBeOne() {
        assertThat(triggers.exchange("1.2.abc")).isEqualTo(new Refused("invalid_trigger_id"));
    }
}
