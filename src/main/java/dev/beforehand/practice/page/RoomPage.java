package dev.beforehand.practice.page;

import dev.beforehand.practice.page.Page.Conversation;
import dev.beforehand.practice.page.Page.Home;
import dev.beforehand.practice.page.Page.HomeView;
import dev.beforehand.practice.page.Page.Tab;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room's messages in the centre, and beside them the thread that the address names. */
record RoomPage(
        Room room, String title, List<PracticeMessage> posts, Surroundings surroundings, Faces faces, Address address) {

    private static final int NEWEST = 80;

    Conversation conversation() {
        long top = posts.stream().filter(post -> !post.isReply()).count();
        return new Conversation(
                room.id(),
                title,
                room.topic(),
                (int) Math.max(0, top - NEWEST),
                new Messages(surroundings, faces, address).ofRoom(posts, NEWEST),
                room.isDirect() ? "No messages yet" : "Nothing here yet",
                room.isDirect()
                        ? "What concerns you alone is written here. Type /invoices help to see what you can ask."
                        : "The digest comes to #receivables each working morning. Press Next morning to get there.",
                room.isDirect(),
                room.isDirect() ? tabs(false) : List.of());
    }

    /** What lies beside the messages with the app. */
    Home home(@Nullable PracticeView published) {
        return new Home(
                title,
                tabs(true),
                surroundings.me(),
                published == null
                        ? null
                        : new HomeView(
                                published.id(),
                                new BlockHtml(surroundings, Place.view(published.id()))
                                        .html(published.json().path("blocks"))));
    }

    private List<Tab> tabs(boolean home) {
        return List.of(
                new Tab("home", "Home", address.home(room.id()).toString(), home),
                new Tab("messages", "Messages", address.room(room.id()).toString(), !home));
    }

    /** The open thread, null where there is none. */
    Page.@Nullable Thread thread() {
        var parent = posts.stream()
                .filter(post -> post.ts().equals(address.thread()))
                .findFirst()
                .orElse(null);
        if (parent == null) {
            return null;
        }
        var replies = posts.stream()
                .filter(post -> post.isReply() && parent.ts().equals(post.threadTs()))
                .toList();
        var messages = new Messages(surroundings, faces, address);
        return new Page.Thread(
                parent.ts(),
                room.id(),
                title,
                address.thread(null).toString(),
                messages.inThread(parent),
                Messages.count((int)
                        replies.stream().filter(post -> !post.isEphemeral()).count()),
                messages.ofThread(parent, replies));
    }
}
