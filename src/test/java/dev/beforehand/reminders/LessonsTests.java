package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.TestClock;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.Delivery.Accepted;
import dev.beforehand.mail.Delivery.Later;
import dev.beforehand.mail.Delivery.Refused;
import dev.beforehand.mail.Delivery.Unknown;
import dev.beforehand.mail.Delivery.Unreachable;
import dev.beforehand.reminders.Queue.Waiting;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LessonsTests {

    private static final Accepted TAKEN = new Accepted();
    private static final Refused NO = new Refused(Sentence.asIs("550 no"));
    private static final Unreachable BROKE_OFF = new Unreachable(Sentence.asIs("421 closing"), true);

    private final TestClock clock = new TestClock();
    private final Lessons lessons = new Lessons(clock);

    @BeforeEach
    void begin() {
        clock.moveTo(MONDAY, LocalTime.NOON);
        lessons.beginAnew();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(List.of(TAKEN, NO, new Later(Sentence.asIs("450 later")), TAKEN), null),
                Arguments.of(List.of(new Unreachable(Sentence.asIs("down"))), "down"),
                Arguments.of(List.of(BROKE_OFF), null),
                Arguments.of(List.of(BROKE_OFF, TAKEN, BROKE_OFF, TAKEN), null),
                Arguments.of(List.of(BROKE_OFF, BROKE_OFF), "421 closing"),
                Arguments.of(
                        List.of(TAKEN, new Unknown(Sentence.asIs("silence"))),
                        "The mail server left another letter without an answer."),
                Arguments.of(List.of(NO, NO, NO, NO, TAKEN, NO, NO, NO, NO), null),
                Arguments.of(
                        List.of(NO, NO, NO, NO, NO), "The mail server refuses one letter after the other. 550 no"));
    }

    /** Each answer is about a letter to another domain. */
    @ParameterizedTest
    @MethodSource("answers")
    void aRunEndsWhereNoOtherLetterWouldFareBetter(List<Delivery> answers, String over) {
        int n = 0;
        for (var answer : answers) {
            lessons.from(to("jo@" + n++ + ".example"), answer);
        }

        assertThat(Optional.ofNullable(lessons.over()).map(Sentence::toString)).isEqualTo(Optional.ofNullable(over));
    }

    @Test
    void whereAllAreRefusedNoneIsGivenUpUntilOneIsTaken() {
        for (int n = 0; n < 5; n++) {
            lessons.from(to("jo@" + n + ".example"), NO);
        }
        lessons.beginAnew();

        assertThat(lessons.from(to("jo@a.example"), NO)).isInstanceOf(Unreachable.class);
        assertThat(lessons.over()).isNotNull();
        lessons.beginAnew();
        lessons.from(to("jo@b.example"), TAKEN);
        assertThat(lessons.from(to("jo@a.example"), NO)).isEqualTo(NO);
    }

    @Test
    void manyRefusalsOfOneDomainSayNothingAboutOthers() {
        for (int n = 0; n < 20; n++) {
            assertThat(lessons.from(to(n + "@kestrel.example"), NO)).isEqualTo(NO);
        }
    }

    @Test
    void aFullMailboxRestsAloneAndABusyDomainWhole() {
        lessons.from(to("full@kestrel.example"), new Later(Sentence.asIs("452 4.2.2 full"), true));
        lessons.from(to("jo@busy.example"), new Later(Sentence.asIs("451 4.7.1 greylisted")));

        assertThat(lessons.rests(to("full@kestrel.example"))).isTrue();
        assertThat(lessons.rests(to("jo@kestrel.example"))).isFalse();
        assertThat(lessons.rests(to("sam@busy.example"))).isTrue();
        assertThat(lessons.rests(to("sam@idle.example"))).isFalse();
    }

    private static Waiting to(String address) {
        return new Waiting(new ReminderId(1), 0, address);
    }
}
