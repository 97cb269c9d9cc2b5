package dev.beforehand.practice.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.practice.workspace.Changed;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTests {

    private static final String POST = "chat.postMessage";
    private static final String UPDATE = "chat.update";

    private final Changed changed = new Changed();
    private final Faults faults = new Faults(changed);

    @Test
    void nothingGoesWrongUnlessSomebodyAsksForIt() {
        assertThat(faults.strike(Fault.SERVER_ERROR, POST)).isFalse();
        assertThat(faults.on()).isEmpty();
    }

    @Test
    void theNextThreeAreHitAndThenItIsOver() {
        faults.set(Rule.next(Fault.SERVER_ERROR, 3));

        assertThat(strikes(Fault.SERVER_ERROR, POST, 5)).containsExactly(true, true, true, false, false);
        assertThat(faults.on()).isEmpty();
        assertThat(faults.struck(Fault.SERVER_ERROR)).isEqualTo(3);
    }

    @Test
    void onlyTheMethodsThatWereNamedAreHit() {
        faults.set(Rule.always(Fault.SERVER_ERROR).on(UPDATE));
        faults.set(Rule.always(Fault.LOST_ANSWER));

        assertThat(faults.strike(Fault.SERVER_ERROR, POST)).isFalse();
        assertThat(faults.strike(Fault.SERVER_ERROR, UPDATE)).isTrue();
        assertThat(faults.strike(Fault.LOST_ANSWER, POST)).isTrue();
        assertThat(faults.strike(Fault.LOST_ANSWER, UPDATE)).isFalse();
    }

    @Test
    void theSameSeedMeetsTheSameCallsWhateverElseIsCalled() {
        faults.set(Rule.share(Fault.SLOW_ANSWER, 0.3));
        faults.seed(7);
        var alone = strikes(Fault.SLOW_ANSWER, POST, 100);
        faults.seed(7);
        var amongOthers = IntStream.range(0, 100)
                .mapToObj(n -> {
                    faults.strike(Fault.SLOW_ANSWER, UPDATE);
                    return faults.strike(Fault.SLOW_ANSWER, POST);
                })
                .toList();
        faults.seed(8);

        assertThat(amongOthers).isEqualTo(alone);
        assertThat(alone.stream().filter(hit -> hit)).hasSizeBetween(15, 45);
        assertThat(strikes(Fault.SLOW_ANSWER, POST, 100)).isNotEqualTo(alone);
    }

    @Test
    void eachChangeIsTold() {
        var told = new AtomicInteger();
        changed.listen(told::incrementAndGet);

        faults.set(Rule.next(Fault.SLOW_ANSWER, 1));
        faults.strike(Fault.SLOW_ANSWER, POST);
        faults.strike(Fault.SLOW_ANSWER, POST);
        faults.allOff();

        assertThat(told).hasValue(3);
    }

    @Test
    void aRuleThatCannotStrikeIsNone() {
        assertThatThrownBy(() -> Rule.share(Fault.SLOW_ANSWER, 0)).hasMessageContaining("above 0 and at most 1");
        assertThatThrownBy(() -> Rule.next(Fault.SLOW_ANSWER, 0)).hasMessageContaining("switch it off instead");
    }

    private List<Boolean> strikes(Fault fault, String method, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(n -> faults.strike(fault, method))
                .toList();
    }
}
