package dev.beforehand.practice.page;

import dev.beforehand.practice.workspace.PracticeMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a person does on the page. Each answer says what went wrong, in words for them; the page fetches itself anew. */
@RestController
@RequestMapping("/practice/page")
@ConditionalOnProperty("beforehand.practice.on")
class DoingsController {

    private static final Answer GONE = new Answer("It is no longer there.", Map.of());

    private final Chat chat;

    DoingsController(Chat chat) {
        this.chat = chat;
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

    record React(String as, String channel, String ts, String name) {}

    record Say(String as, String channel, @Nullable String thread, String text) {}

    @PostMapping("/act")
    Answer act(@RequestBody Act act) {
        var blocks = blocks(act);
        if (blocks.isEmpty()) {
            return GONE;
        }
        return Action.find(blocks.get(), act.block(), act.action())
                .map(element -> {
                    var given = act.value() != null
                            ? List.of(act.value())
                            : act.form().getOrDefault(Field.name(act.block(), act.action()), List.of());
                    var action = Action.of(element, act.block(), given);
                    var state = FormState.of(blocks.get(), act.form()).values();
                    return answer(chat.act(act.as(), place(act), action, state));
                })
                .orElse(GONE);
    }

    @PostMapping("/submit")
    Answer submit(@RequestBody Submit submit) {
        var blocks = viewBlocks(submit.as(), submit.view());
        if (blocks.isEmpty()) {
            return GONE;
        }
        var state = FormState.of(blocks.get(), submit.form());
        if (!state.errors().isEmpty()) {
            return new Answer(null, state.errors());
        }
        var submitted = chat.submit(submit.as(), submit.view(), state.values());
        return new Answer(submitted.problem(), submitted.errors());
    }

    @PostMapping("/close")
    Answer close(@RequestBody Close close) {
        chat.close(close.as(), close.view());
        return answer(Optional.empty());
    }

    @PostMapping("/react")
    Answer react(@RequestBody React react) {
        return answer(chat.react(react.as(), react.channel(), react.ts(), react.name()));
    }

    @PostMapping("/say")
    Answer say(@RequestBody Say say) {
        return answer(chat.say(say.as(), say.channel(), say.thread(), say.text()));
    }

    @PostMapping("/next-morning")
    Answer nextMorning() {
        return answer(chat.nextMorning());
    }

    private static Answer answer(Optional<String> problem) {
        return new Answer(problem.orElse(null), Map.of());
    }

    private static Place place(Act act) {
        return act.view() != null
                ? Place.view(act.view())
                : Place.message(String.valueOf(act.channel()), String.valueOf(act.ts()));
    }

    private Optional<JsonNode> blocks(Act act) {
        if (act.view() != null) {
            return viewBlocks(act.as(), act.view());
        }
        if (act.channel() == null || act.ts() == null) {
            return Optional.empty();
        }
        return chat.post(act.channel(), act.ts(), act.as()).map(PracticeMessage::blocks);
    }

    private Optional<JsonNode> viewBlocks(String person, String view) {
        return chat.views(person).stream()
                .filter(open -> open.id().equals(view))
                .map(open -> open.json().path("blocks"))
                .findFirst();
    }
}
