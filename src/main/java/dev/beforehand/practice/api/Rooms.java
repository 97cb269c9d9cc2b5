package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Finds the rooms and messages that a call is about. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Rooms {

    private final Workspace workspace;
    private final Messages messages;

    Rooms(Workspace workspace, Messages messages) {
        this.workspace = workspace;
        this.messages = messages;
    }

    /** By id, by {@code #name}, or by the person of direct messages: only where something is posted. */
    Room named(Call call) {
        return workspace.named(call.text("channel")).orElseThrow(() -> Refusal.of("channel_not_found"));
    }

    /** By id, as everything but posting asks for. */
    Room byId(Call call) {
        return room(call.text("channel"));
    }

    Room room(String id) {
        return workspace.room(id).orElseThrow(() -> Refusal.of("channel_not_found"));
    }

    /** The message under which a call wants to post; null for the room itself. */
    @Nullable
    String thread(Call call, Room room) {
        var ts = call.textOrNull("thread_ts");
        if (ts == null) {
            return null;
        }
        var parent = messages.find(room.id(), ts).orElseThrow(() -> Refusal.of("thread_not_found"));
        if (parent.isEphemeral() || parent.isReply()) {
            throw Refusal.of("cannot_reply_to_message");
        }
        return ts;
    }

    /** @param argument in which its ts is; ephemeral messages are found by nobody */
    PracticeMessage message(Call call, String argument) {
        var room = byId(call);
        return messages.find(room.id(), call.text(argument))
                .filter(message -> !message.isEphemeral())
                .orElseThrow(() -> Refusal.of("message_not_found"));
    }
}
