package dev.beforehand.practice.page;

import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.faults.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Switches faults on and off: for the page, and for tests of a running process. */
@RestController
@RequestMapping("/practice/page")
@ConditionalOnProperty("beforehand.practice.on")
class FaultsController {

    private final Faults faults;

    FaultsController(Faults faults) {
        this.faults = faults;
    }

    /**
     * @param share of the cases; all where it is not set
     * @param count how many times; without end where it is not set
     * @param methods those that it hits; the usual ones where it is not set
     * @param seed begins all chances anew where it is set
     */
    record Misbehave(
            Fault fault,
            @Nullable Double share,
            @Nullable Integer count,
            @Nullable List<String> methods,
            @Nullable Long seed) {

        Rule rule() {
            var often = Rule.share(fault, share == null ? 1 : share);
            var counted = count == null ? often : new Rule(fault, often.share(), count, often.methods());
            return methods == null ? counted : counted.on(methods.toArray(String[]::new));
        }
    }

    /** @param fault the one to end; all where it is not set */
    record Behave(@Nullable Fault fault) {}

    @PostMapping("/misbehave")
    DoingsController.Answer misbehave(@RequestBody Misbehave asked) {
        try {
            var rule = asked.rule();
            Optional.ofNullable(asked.seed()).ifPresent(faults::seed);
            faults.set(rule);
            return answer(null);
        } catch (IllegalArgumentException e) {
            return answer(e.getMessage());
        }
    }

    @PostMapping("/behave")
    DoingsController.Answer behave(@RequestBody Behave asked) {
        Optional.ofNullable(asked.fault()).ifPresentOrElse(faults::off, faults::allOff);
        return answer(null);
    }

    private static DoingsController.Answer answer(@Nullable String problem) {
        return new DoingsController.Answer(problem, Map.of());
    }
}
