package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.TestClock;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestingTests {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final TestClock clock = new TestClock();
    private final Resting domains = new Resting(clock);
    private LocalTime time = TEN;

    @Test
    void eachTimeItRestsTwiceAsLongUpToAnHour() {
        at(TEN);
        for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            domains.turnedAway("kestrel.example");
            at(time.plusMinutes(minutes).minusSeconds(1));
            assertThat(domains.rests("kestrel.example"))
                    .as("%d minutes", minutes)
                    .isTrue();
            at(time.plusSeconds(1));
            assertThat(domains.rests("kestrel.example"))
                    .as("%d minutes", minutes)
                    .isFalse();
        }
    }

    @Test
    void lettersThatWereOnTheirWayTogetherCountAsOne() {
        at(TEN);
        domains.turnedAway("kestrel.example");
        domains.turnedAway("kestrel.example");
        domains.turnedAway("kestrel.example");

        at(TEN.plusMinutes(1));
        assertThat(domains.rests("kestrel.example")).isFalse();
    }

    @Test
    void aLetterThatItTakesEndsTheRest() {
        at(TEN);
        domains.turnedAway("kestrel.example");
        domains.took("kestrel.example");
        assertThat(domains.rests("kestrel.example")).isFalse();

        domains.turnedAway("kestrel.example");
        at(TEN.plusMinutes(1));
        assertThat(domains.rests("kestrel.example")).as("it begins anew").isFalse();
    }

    @Test
    void oneDomainsRestIsNotAnothers() {
        domains.turnedAway("kestrel.example");
        assertThat(domains.rests("mail.kestrel.example")).isFalse();
    }

    private void at(LocalTime time) {
        this.time = time;
        clock.moveTo(MONDAY, time);
    }
}
