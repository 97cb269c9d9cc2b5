package dev.beforehand.practice.page;

import static java.util.function.Predicate.not;

import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.page.Page.Conversation;
import dev.beforehand.practice.page.Page.Mailbox;
import dev.beforehand.practice.page.Page.RoomLink;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one person sees at one address, put together. */
final class Screen {

    private static final int NEWEST = 80;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    private final PracticeSlack slack;
    private final List<PracticeLetter> letters;
    private final Faces faces;
    private final Address address;
    private final List<Room> rooms;
    private final @Nullable Room room;
    private final Surroundings surroundings;
    private final LocalDate today;

    Screen(PracticeSlack slack, List<PracticeLetter> letters, Clock clock, Address asked) {
        this.slack = slack;
        this.letters = letters;
        today = LocalDate.now(clock);
        faces = new Faces(slack.workspace().people());
        var me = me(asked);
        rooms = slack.workspace().rooms(me);
        room = asked.isMailbox() ? null : room(asked);
        address = new Address(
                me, room == null ? Address.MAILBOX : room.id(), asked.thread(), asked.letter(), asked.show());
        surroundings = new Surroundings(me, faces.names(), channelNames(), today, clock.getZone());
    }

    private String me(Address asked) {
        var actors = slack.workspace().humans();
        return actors.stream()
                .map(Person::id)
                .filter(id -> id.equals(asked.as()))
                .findFirst()
                .orElseGet(() -> actors.getFirst().id());
    }

    private Room room(Address asked) {
        return rooms.stream()
                .filter(room -> room.id().equals(asked.in()))
                .findFirst()
                .orElseGet(rooms::getFirst);
    }

    private Map<String, String> channelNames() {
        return rooms.stream().filter(not(Room::isDirect)).collect(Collectors.toMap(Room::id, Room::name));
    }

    Page page() {
        var posts = room == null ? List.<PracticeMessage>of() : slack.messages(room.id(), surroundings.me());
        return new Page(
                room == null ? "Mailbox" : title(room),
                Workspace.COMPANY,
                today.toString(),
                WEEKDAY.format(today),
                DAY.format(today),
                faces.face(surroundings.me()),
                faces.actors(address, surroundings.me()),
                links(not(Room::isDirect)),
                links(Room::isDirect),
                mailbox(),
                room == null ? null : conversation(room, posts),
                room == null ? null : thread(room, posts),
                room == null ? new LetterPages(surroundings, address).show(letters) : null,
                slack.views(surroundings.me()).stream().map(this::view).toList());
    }

    private List<RoomLink> links(Predicate<Room> wanted) {
        return rooms.stream().filter(wanted).map(this::link).toList();
    }

    private RoomLink link(Room each) {
        var face = each.isDirect() ? faces.face(Workspace.BOT_USER) : null;
        var posts = slack.messages(each.id(), surroundings.me());
        return new RoomLink(
                each.id(),
                each.isDirect() ? faces.person(Workspace.BOT_USER).name() : each.name(),
                each.isDirect() ? "app" : null,
                address.room(each.id()).toString(),
                each.equals(room),
                posts.isEmpty() ? "" : posts.getLast().ts(),
                face);
    }

    private Mailbox mailbox() {
        return new Mailbox(
                address.room(Address.MAILBOX).toString(),
                room == null,
                letters.size(),
                letters.isEmpty() ? "" : letters.getLast().at().toString());
    }

    private Conversation conversation(Room shown, List<PracticeMessage> posts) {
        long top = posts.stream().filter(post -> !post.isReply()).count();
        return new Conversation(
                shown.id(),
                title(shown),
                shown.topic(),
                (int) Math.max(0, top - NEWEST),
                new Messages(surroundings, faces, address).ofRoom(posts, NEWEST),
                shown.isDirect() ? "No messages yet" : "Nothing here yet",
                shown.isDirect()
                        ? "What concerns you alone is written here. Type /invoices help to see what you can ask."
                        : "The morning's digest comes to #" + rooms.getFirst().name()
                                + " at 08:30 on working days. Press Next morning to get there.");
    }

    private Page.@Nullable Thread thread(Room shown, List<PracticeMessage> posts) {
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
                shown.id(),
                title(shown),
                address.thread(null).toString(),
                messages.inThread(parent),
                Messages.count((int)
                        replies.stream().filter(post -> !post.isEphemeral()).count()),
                messages.ofThread(parent, replies));
    }

    private Page.View view(PracticeView open) {
        var view = open.json();
        var text = new TextHtml(surroundings);
        var submit = text.plain(view.path("submit"));
        var close = text.plain(view.path("close"));
        return new Page.View(
                open.id(),
                view.path("callback_id").asString(""),
                text.plain(view.path("title")),
                new BlockHtml(surroundings, Place.view(open.id())).html(view.path("blocks")),
                close.isEmpty() ? "Cancel" : close,
                submit.isEmpty() ? null : submit);
    }

    private String title(Room room) {
        return room.isDirect() ? faces.person(Workspace.BOT_USER).name() : "#" + room.name();
    }
}
