package dev.beforehand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.delivery.Elements;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Somebody at work in Slack, without a browser. Where Slack says that something did not work, they do it again; they look
 * first whether it was done. A form that is refused, perhaps because it was done already, they close, and look again.
 */
final class Colleague {

    private static final Duration A_MOMENT = Duration.ofSeconds(4);
    private static final int TRIES = 75;

    private final PracticeSlack slack;
    private final String id;

    Colleague(PracticeSlack slack, String id) {
        this.slack = slack;
        this.id = id;
    }

    /** Presses the button of the message with these words, until there is a message with those. */
    void presses(String button, String in, String until) {
        insists(() -> press(button, in), () -> sees(until));
    }

    /** Presses a button that opens a form, and sends it filled in, until there is a message with those words. */
    void fillsIn(String button, String in, Map<String, String> fields, String until) {
        insists(
                () -> {
                    if (view().isEmpty()) {
                        press(button, in);
                    }
                    if (happens(() -> view().isPresent()) && submit(fields)) {
                        waitsFor(until);
                    }
                },
                () -> sees(until));
    }

    boolean sees(String words) {
        return newest(words, message -> true).isPresent();
    }

    void waitsFor(String words) {
        Mornings.patiently().until(() -> sees(words));
    }

    private void insists(Runnable deed, BooleanSupplier done) {
        for (int tries = 0; tries < TRIES && !done.getAsBoolean(); tries++) {
            deed.run();
            happens(done);
        }
        assertThat(done.getAsBoolean())
                .as("what %s wanted was done; there is %s", id, seen())
                .isTrue();
    }

    private String seen() {
        return slack.messages(Workspace.RECEIVABLES, id).stream()
                .map(Mornings::text)
                .collect(Collectors.joining("\n\n"));
    }

    private static boolean happens(BooleanSupplier what) {
        long end = System.nanoTime() + A_MOMENT.toNanos();
        while (!what.getAsBoolean() && System.nanoTime() < end) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return what.getAsBoolean();
    }

    private void press(String button, String in) {
        var message = newest(in, each -> button(each, button).isPresent());
        message.flatMap(each -> button(each, button))
                .ifPresent(placed -> slack.click(
                        id, message.get().channel(), message.get().ts(), placed.blockId(), placed.actionId(), null));
    }

    private static Optional<Elements.Placed> button(PracticeMessage message, String words) {
        return Elements.in(message.blocks())
                .filter(placed -> placed.element().at("/text/text").asString("").equals(words))
                .findFirst();
    }

    /** @return whether it was taken */
    private boolean submit(Map<String, String> fields) {
        return view().map(view -> {
                    var blocks = view.json().path("blocks");
                    var state = JsonNodeFactory.instance.objectNode();
                    fields.forEach((name, value) -> Elements.in(blocks)
                            .filter(placed -> placed.actionId().equals(name))
                            .findFirst()
                            .flatMap(placed -> Elements.value(placed.element(), List.of(value)))
                            .ifPresent(typed ->
                                    state.putObject(blockOf(view, name)).set(name, typed)));
                    var answer = slack.submit(id, view.id(), state);
                    if (!answer.errors().isEmpty()) {
                        slack.close(id, view.id());
                    }
                    return answer.errors().isEmpty() && answer.problem() == null;
                })
                .orElse(false);
    }

    private static String blockOf(PracticeView view, String action) {
        return Elements.in(view.json().path("blocks"))
                .filter(placed -> placed.actionId().equals(action))
                .findFirst()
                .orElseThrow()
                .blockId();
    }

    private Optional<PracticeView> view() {
        return slack.views(id).stream().findFirst();
    }

    private Optional<PracticeMessage> newest(String words, Predicate<PracticeMessage> which) {
        return slack.messages(Workspace.RECEIVABLES, id).reversed().stream()
                .filter(message -> !message.isEphemeral())
                .filter(message -> Mornings.text(message).contains(words))
                .filter(which)
                .findFirst();
    }
}
