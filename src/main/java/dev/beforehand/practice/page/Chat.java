package dev.beforehand.practice.page;

import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the page shows and does, as it asks for it: the practice Slack and the mailbox answer. */
interface Chat {

    String company();

    /** Those one can act as, in the order in which they are offered, then the app. */
    List<Person> people();

    /** The channels and direct messages that this person sees. */
    List<Room> rooms(String person);

    /** All messages and replies of the room that this person sees, in order. */
    List<PracticeMessage> posts(String room, String person);

    Optional<PracticeMessage> post(String room, String ts, String person);

    /** The views open for this person, the topmost last. */
    List<PracticeView> views(String person);

    List<Letter> letters();

    /** A refusal, in words for the person; empty where it went well. */
    Optional<String> act(String person, Place place, JsonNode action, JsonNode state);

    Submitted submit(String person, String view, JsonNode state);

    void close(String person, String view);

    Optional<String> react(String person, String room, String ts, String emoji);

    Optional<String> say(String person, String room, @Nullable String thread, String text);

    Optional<String> nextMorning();

    void onChange(Runnable listener);

    record Letter(
            String id,
            Instant at,
            String from,
            String to,
            @Nullable String replyTo,
            String subject,
            String html,
            String text,
            String headers) {}

    /** @param errors block id -> what is wrong with its field */
    record Submitted(Map<String, String> errors, @Nullable String problem) {}
}
