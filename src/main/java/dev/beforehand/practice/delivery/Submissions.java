package dev.beforehand.practice.delivery;

import dev.beforehand.practice.limits.BlockLimits;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Views;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Does what Beforehand answers to a form that was sent. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Submissions {

    private final Views views;

    Submissions(Views views) {
        this.views = views;
    }

    Submitted understand(PracticeView view, JsonNode answer) {
        return switch (answer.path("response_action").asString("")) {
            case "" -> closed(view);
            case "clear" -> cleared(view);
            case "errors" -> errors(view, answer.path("errors"));
            case "update" ->
                shown(
                        answer.path("view"),
                        () -> views.update(view.id(), answer.path("view")).isPresent());
            case "push" ->
                shown(
                        answer.path("view"),
                        () -> views.push(view.user(), answer.path("view")).isPresent());
            default -> problem("the response_action is none of clear, errors, push and update");
        };
    }

    private Submitted closed(PracticeView view) {
        views.close(view.id());
        return done();
    }

    private Submitted cleared(PracticeView view) {
        views.closeAll(view.user());
        return done();
    }

    private static Submitted errors(PracticeView view, JsonNode answered) {
        var errors = new LinkedHashMap<String, String>();
        answered.properties()
                .forEach(error -> errors.put(error.getKey(), error.getValue().asString("")));
        if (errors.isEmpty()) {
            return problem("it names no field that is wrong");
        }
        for (var blockId : errors.keySet()) {
            var isInput = view.json()
                    .path("blocks")
                    .valueStream()
                    .anyMatch(block -> block.path("type").asString("").equals("input")
                            && block.path("block_id").asString("").equals(blockId));
            if (!isInput) {
                return problem("it names an error of '" + blockId + "', which is no input block of the view");
            }
        }
        return new Submitted(errors, null);
    }

    private static Submitted shown(JsonNode view, BooleanSupplier show) {
        if (!view.isObject()) {
            return problem("it has no view");
        }
        var problems = BlockLimits.ofView(view);
        if (!problems.isEmpty()) {
            return problem("Slack would refuse its view: " + String.join("; ", problems));
        }
        return show.getAsBoolean() ? done() : problem("there is no room for the view");
    }

    private static Submitted done() {
        return new Submitted(Map.of(), null);
    }

    private static Submitted problem(String what) {
        return new Submitted(Map.of(), "⚠ Beforehand's answer was not understood: " + what + ".");
    }
}
