package dev.beforehand.practice.page;

import dev.beforehand.practice.NextMorning;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.delivery.Elements;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does on the page. Each answer says what went wrong, in words for them; the page fetches itself anew. */
@RestController
@RequestMapping("/practice/page")
@ConditionalOnProperty("beforehand.practice.on")
class DoingsController {

    private static final String GONE = "It is no longer there.";

    private final PracticeSlack slack;
    private final NextMorning nextMorning;

    DoingsController(PracticeSlack slack, NextMorning nextMorning) {
        this.slack = slack;
        this.nextMorning = nextMorning;
    }

    record Answer(@Nullable String problem, Map<String, String> errors) {}

    /** A click or a change: of an element of a message, or of a view. */
    record Act(
            String as,
            @Nullable String channel,
            @Nullable String ts,
            @Nullable String view,
            String block,
            String action,
            @Nullable String value,
            Map<String, List<String>> form) {}

    record Submit(String as, String view, Map<String, List<String>> form) {}

    record Close(String as, String view) {}

    record Opened(String as) {}

    record React(String as, String channel, String ts, String name) {}

    /** Of a message where one is named. */
    record Shortcut(
            String as, @Nullable String channel, @Nullable String ts, String id) {}

    record Say(String as, String channel, @Nullable String thread, String text) {}

    @PostMapping("/act")
    Answer act(@RequestBody Act act) {
        var problem = act.view() != null ? inView(act, act.view()) : inMessage(act);
        return answer(problem);
    }

    private Optional<String> inView(Act act, String view) {
        return blocks(act.as(), view)
                .map(blocks -> new FormState(blocks, act.form()))
                .flatMap(state ->
                        action(act, state).map(action -> slack.actInView(act.as(), view, action, state.values())))
                .orElse(Optional.of(GONE));
    }

    private Optional<String> inMessage(Act act) {
        var room = Objects.requireNonNullElse(act.channel(), "");
        var ts = Objects.requireNonNullElse(act.ts(), "");
        return slack.message(room, ts, act.as())
                .map(message -> new FormState(message.blocks(), act.form()))
                .flatMap(state ->
                        action(act, state).map(action -> slack.act(act.as(), room, ts, action, state.values())))
                .orElse(Optional.of(GONE));
    }

    private static Optional<ObjectNode> action(Act act, FormState state) {
        var given = act.value() != null ? List.of(act.value()) : state.given(act.block(), act.action());
        return Elements.find(state.blocks(), act.block(), act.action()).map(placed -> Elements.action(placed, given));
    }

    @PostMapping("/submit")
    Answer submit(@RequestBody Submit submit) {
        var state = blocks(submit.as(), submit.view())
                .map(blocks -> new FormState(blocks, submit.form()))
                .orElse(null);
        if (state == null) {
            return answer(Optional.of(GONE));
        }
        var errors = state.errors();
        if (!errors.isEmpty()) {
            return new Answer(null, errors);
        }
        var submitted = slack.submit(submit.as(), submit.view(), state.values());
        return new Answer(submitted.problem(), submitted.errors());
    }

    @PostMapping("/close")
    Answer close(@RequestBody Close close) {
        return answer(slack.close(close.as(), close.view()));
    }

    @PostMapping("/open-home")
    Answer openHome(@RequestBody Opened opened) {
        return answer(slack.opensHome(opened.as()));
    }

    @PostMapping("/react")
    Answer react(@RequestBody React react) {
        return answer(slack.toggleReaction(react.as(), react.channel(), react.ts(), react.name()));
    }

    @PostMapping("/shortcut")
    Answer shortcut(@RequestBody Shortcut shortcut) {
        return answer(
                shortcut.channel() == null || shortcut.ts() == null
                        ? slack.globalShortcut(shortcut.as(), shortcut.id())
                        : slack.messageShortcut(shortcut.as(), shortcut.channel(), shortcut.ts(), shortcut.id()));
    }

    @PostMapping("/say")
    Answer say(@RequestBody Say say) {
        return answer(slack.say(say.as(), say.channel(), say.thread(), say.text()));
    }

    @PostMapping("/drop")
    Answer drop(
            @RequestParam String as,
            @RequestParam String channel,
            @RequestParam String name,
            @RequestBody(required = false) byte @Nullable [] content) {
        return answer(slack.drop(as, channel, name, content == null ? new byte[0] : content));
    }

    @PostMapping("/next-morning")
    Answer nextMorning() {
        return answer(nextMorning.come());
    }

    private static Answer answer(Optional<String> problem) {
        return new Answer(problem.orElse(null), Map.of());
    }

    private Optional<JsonNode> blocks(String person, String view) {
        return Stream.concat(slack.views(person).stream(), slack.home(person).stream())
                .filter(open -> open.id().equals(view))
                .map(open -> open.json().path("blocks"))
                .findFirst();
    }
}
