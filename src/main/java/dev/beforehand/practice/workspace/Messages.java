package dev.beforehand.practice.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** All messages of the workspace, in order. Safe for many threads. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Messages {

    private final Map<String, PracticeMessage> byTs = new TreeMap<>();
    private final BlockIds blockIds = new BlockIds();
    private final Timestamps timestamps;
    private final Changed changed;

    public Messages(Timestamps timestamps, Changed changed) {
        this.timestamps = timestamps;
        this.changed = changed;
    }

    /** What is to be posted; see {@link PracticeMessage}. */
    public record Draft(
            String channel,
            String user,
            String text,
            JsonNode blocks,
            @Nullable String threadTs,
            @Nullable String ephemeralFor) {}

    public PracticeMessage post(Draft draft) {
        var message = new PracticeMessage(
                draft.channel(),
                timestamps.next(),
                draft.user(),
                draft.text(),
                blockIds.complete(draft.blocks()),
                draft.threadTs(),
                draft.ephemeralFor(),
                Map.of(),
                null);
        synchronized (byTs) {
            byTs.put(message.ts(), message);
        }
        changed.tell();
        return message;
    }

    public Optional<PracticeMessage> find(String channel, String ts) {
        synchronized (byTs) {
            return Optional.ofNullable(byTs.get(ts))
                    .filter(message -> message.channel().equals(channel));
        }
    }

    /** Whatever this person sees in the room, replies too, oldest first. */
    public List<PracticeMessage> in(String channel, String personId) {
        synchronized (byTs) {
            return byTs.values().stream()
                    .filter(message -> message.channel().equals(channel) && message.isVisibleTo(personId))
                    .toList();
        }
    }

    /** Shows something else in the same place; empty where no such message stands. */
    public Optional<PracticeMessage> show(String channel, String ts, String text, JsonNode blocks) {
        var editedAt = timestamps.next();
        return change(channel, ts, message -> message.showing(text, blockIds.complete(blocks), editedAt));
    }

    /** @return whether it was there */
    public boolean delete(String channel, String ts) {
        synchronized (byTs) {
            if (find(channel, ts).isEmpty()) {
                return false;
            }
            byTs.remove(ts);
        }
        changed.tell();
        return true;
    }

    /** @return false where the person had already given it, or no such message stands */
    public boolean react(String channel, String ts, String emoji, String personId) {
        return reactions(channel, ts, emoji, people -> people.contains(personId) ? people : plus(people, personId));
    }

    /** @return false where the person had not given it, or no such message stands */
    public boolean unreact(String channel, String ts, String emoji, String personId) {
        return reactions(
                channel,
                ts,
                emoji,
                people -> people.stream().filter(each -> !each.equals(personId)).toList());
    }

    private boolean reactions(String channel, String ts, String emoji, UnaryOperator<List<String>> change) {
        synchronized (byTs) {
            var before = find(channel, ts).map(PracticeMessage::reactions).orElse(Map.of());
            var after = new LinkedHashMap<>(before);
            after.put(emoji, List.copyOf(change.apply(before.getOrDefault(emoji, List.of()))));
            after.values().removeIf(List::isEmpty);
            if (after.equals(before)) {
                return false;
            }
            return change(channel, ts, message -> message.with(after)).isPresent();
        }
    }

    private Optional<PracticeMessage> change(String channel, String ts, UnaryOperator<PracticeMessage> change) {
        Optional<PracticeMessage> after;
        synchronized (byTs) {
            after = find(channel, ts).map(change);
            after.ifPresent(message -> byTs.put(ts, message));
        }
        after.ifPresent(message -> changed.tell());
        return after;
    }

    private static List<String> plus(List<String> people, String personId) {
        var all = new ArrayList<>(people);
        all.add(personId);
        return all;
    }
}
