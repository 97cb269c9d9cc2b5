package dev.beforehand.practice.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTests {

    private static final String ROOM = "C0PGENERAL";

    private final Changed changed = new Changed();
    private final Messages messages =
            new Messages(new Timestamps(Clock.fixed(Instant.parse("2013-06-17T07:30:00Z"), ZoneOffset.UTC)), changed);

    @Test
    void onlyItsReaderSeesAnEphemeralMessage() {
        var all = post("for all", null);
        var anas = post("for Ana", "U0PANA");

        assertThat(messages.in(ROOM, "U0PANA")).containsExactly(all, anas);
        assertThat(messages.in(ROOM, "U0PBEN")).containsExactly(all);
    }

    @Test
    void blocksAndElementsGetTheIdsThatTheyLack() {
        var posted = messages.post(new Messages.Draft(ROOM, Workspace.BOT_USER, "t", json("""
                [{"type":"divider","block_id":"mine"},
                 {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"A"}},
                                               {"type":"button","action_id":"own","text":{"type":"plain_text","text":"B"}}]},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"c"}]}]"""), null, null));

        var blocks = posted.blocks();
        assertThat(blocks.get(0).path("block_id").asString()).isEqualTo("mine");
        assertThat(blocks.get(1).path("block_id").asString()).isNotEmpty();
        assertThat(blocks.get(1).at("/elements/0/action_id").asString()).isNotEmpty();
        assertThat(blocks.get(1).at("/elements/1/action_id").asString()).isEqualTo("own");
        assertThat(blocks.get(2).at("/elements/0").has("action_id")).isFalse();
    }

    @Test
    void aReactionStandsOnceForEachPersonAndGoesWithTheLast() {
        var ts = post("t", null).ts();

        assertThat(messages.react(ROOM, ts, "eyes", "U0PANA")).isTrue();
        assertThat(messages.react(ROOM, ts, "eyes", "U0PANA")).isFalse();
        messages.react(ROOM, ts, "eyes", "U0PBEN");
        assertThat(reactions(ts)).isEqualTo(Map.of("eyes", List.of("U0PANA", "U0PBEN")));

        messages.unreact(ROOM, ts, "eyes", "U0PANA");
        assertThat(messages.unreact(ROOM, ts, "eyes", "U0PBEN")).isTrue();
        assertThat(reactions(ts)).isEmpty();
        assertThat(messages.unreact(ROOM, ts, "eyes", "U0PBEN")).isFalse();
    }

    @Test
    void aChangeKeepsPlaceAndReactions() {
        var ts = post("before", null).ts();
        messages.react(ROOM, ts, "eyes", "U0PANA");

        var after = messages.show(ROOM, ts, "after", json("[]")).orElseThrow();

        assertThat(after.ts()).isEqualTo(ts);
        assertThat(after.text()).isEqualTo("after");
        assertThat(after.reactions()).containsKey("eyes");
        assertThat(after.editedAt()).isGreaterThan(ts);
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        var ts = post("t", null).ts();
        assertThat(messages.show("C0PRECEIVABLES", ts, "x", json("[]"))).isEmpty();
        assertThat(messages.delete(ROOM, "1.000000")).isFalse();
        assertThat(messages.react(ROOM, "1.000000", "eyes", "U0PANA")).isFalse();
    }

    @Test
    void everyChangeIsTold() {
        var told = new AtomicInteger();
        changed.listen(told::incrementAndGet);

        var ts = post("t", null).ts();
        messages.react(ROOM, ts, "eyes", "U0PANA");
        messages.show(ROOM, ts, "x", json("[]"));
        messages.delete(ROOM, ts);

        assertThat(told).hasValue(4);
    }

    private Map<String, List<String>> reactions(String ts) {
        return messages.find(ROOM, ts).orElseThrow().reactions();
    }

    private PracticeMessage post(String text, @Nullable String onlyFor) {
        return messages.post(new Messages.Draft(ROOM, Workspace.BOT_USER, text, json("[]"), null, onlyFor));
    }

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
