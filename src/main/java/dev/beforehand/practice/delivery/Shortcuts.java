package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.Manifest.Shortcut;
import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Timestamps;
import dev.beforehand.practice.workspace.Triggers;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells Beforehand which of its shortcuts a person chose, and answers with what went wrong, in words for them. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Shortcuts {

    private final Interactions interactions;
    private final Manifest manifest;
    private final Messages messages;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Timestamps timestamps;

    Shortcuts(
            Interactions interactions,
            Manifest manifest,
            Messages messages,
            Triggers triggers,
            ResponseUrls responseUrls,
            Timestamps timestamps) {
        this.interactions = interactions;
        this.manifest = manifest;
        this.messages = messages;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.timestamps = timestamps;
    }

    /** From the menu of a message. */
    public Optional<String> choose(Person person, Room room, String ts, String callbackId) {
        var message = messages.find(room.id(), ts).filter(each -> !each.isEphemeral());
        if (message.isEmpty() || isUnknown(callbackId, manifest.messageShortcuts())) {
            return Optional.of(Interactions.GONE);
        }
        var payload = Payloads.onMessage(callbackId, timestamps.next(), person, room, message.get())
                .put("trigger_id", triggers.issue(person.id(), null))
                .put("response_url", responseUrls.issue(new Place(person.id(), room.id(), ts)));
        return Interactions.trouble(interactions.send(payload));
    }

    /** From the menu beside the text field. */
    public Optional<String> choose(Person person, String callbackId) {
        if (isUnknown(callbackId, manifest.globalShortcuts())) {
            return Optional.of(Interactions.GONE);
        }
        var payload = Payloads.shortcut("shortcut", callbackId, timestamps.next(), person)
                .put("trigger_id", triggers.issue(person.id(), null));
        return Interactions.trouble(interactions.send(payload));
    }

    private static boolean isUnknown(String callbackId, List<Shortcut> known) {
        return known.stream().noneMatch(shortcut -> shortcut.callbackId().equals(callbackId));
    }
}
