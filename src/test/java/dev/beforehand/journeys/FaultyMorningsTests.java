package dev.beforehand.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same mornings with a Slack that does as it should, and with one that does not, end alike. */
class FaultyMorningsTests {

    /** Those that cost Beforehand nothing but time. */
    private static final List<Rule> PASSING = List.of(
            Rule.share(Fault.SLOW_ANSWER, 0.15),
            Rule.share(Fault.TOO_MANY_CALLS, 0.1),
            Rule.share(Fault.SERVER_ERROR, 0.1).on("chat.update", "views.open", "views.update", "users.info"),
            Rule.share(Fault.DUPLICATE_DELIVERY, 0.4),
            Rule.share(Fault.LATE_DELIVERY, 0.2),
            Rule.share(Fault.BROKEN_CONNECTION, 0.2));

    /** Those after which a message has to be looked for, or what Slack refused has to be said later. */
    private static final List<Rule> LASTING = List.of(
            Rule.share(Fault.LOST_ANSWER, 0.1),
            Rule.share(Fault.SERVER_ERROR, 0.1),
            Rule.share(Fault.TOKEN_REVOKED, 0.1),
            Rule.share(Fault.CHANNEL_ARCHIVED, 0.15),
            Rule.share(Fault.NOT_IN_CHANNEL, 0.15));

    private static final long SEED = 7;
    private static final String[] QUICK = {
        "--beforehand.practice.delays.answer=300ms",
        "--beforehand.practice.delays.delivery=300ms",
        "--beforehand.practice.retries=0s,200ms,400ms",
        "--beforehand.slack.sender.doubt=1s"
    };

    @Test
    void twoMorningsEndAlike() {
        endAlike(2, PASSING);
    }

    @Test
    @Tag("faults")
    void tenMorningsEndAlike() {
        endAlike(10, PASSING);
    }

    @Test
    @Tag("faults")
    void tenMorningsEndAlikeWhateverGoesWrong() {
        endAlike(10, Stream.of(PASSING, LASTING).flatMap(List::stream).toList());
    }

    private static void endAlike(int mornings, List<Rule> faults) {
        var wanted = live(mornings, List.of());
        var ended = live(mornings, faults);

        assertThat(ended.left().keySet()).isEqualTo(wanted.left().keySet());
        assertSoftly(all -> wanted.left().forEach((where, what) -> {
            all.assertThat(what).as(where).isNotEmpty();
            all.assertThat(ended.left().get(where)).as(where).containsExactlyElementsOf(what);
        }));
    }

    private static Mornings.End live(int mornings, List<Rule> faults) {
        var settings = Stream.concat(
                        Stream.of(QUICK), Stream.of("--beforehand.practice.socket-mode=" + !faults.isEmpty()))
                .toArray(String[]::new);
        try (var run = new Mornings(settings)) {
            var end = run.live(mornings, SEED, faults);
            assertThat(faults.stream().map(Rule::fault).filter(fault -> run.struck(fault) == 0))
                    .as("faults that did not strike")
                    .isEmpty();
            return end;
        }
    }
}
