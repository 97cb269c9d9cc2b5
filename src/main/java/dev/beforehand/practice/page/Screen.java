package dev.beforehand.practice.page;

import static java.util.function.Predicate.not;

import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one person sees at one address, put together. */
final class Screen {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    private final PracticeSlack slack;
    private final List<PracticeLetter> mails;
    private final FaultRows faults;
    private final Faces faces;
    private final Address address;
    private final List<Room> rooms;
    private final @Nullable Room room;
    private final Surroundings surroundings;
    private final LocalDate today;

    Screen(PracticeSlack slack, List<PracticeLetter> mails, FaultRows faults, Clock clock, Address asked) {
        this.slack = slack;
        this.mails = mails;
        this.faults = faults;
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
        var sidebar = new Sidebar(slack, faces, address, rooms);
        var shown = room == null
                ? null
                : new RoomPage(
                        room,
                        sidebar.title(room),
                        slack.messages(room.id(), surroundings.me()),
                        surroundings,
                        faces,
                        address);
        return new Page(
                room == null ? "Mailbox" : sidebar.title(room),
                Workspace.COMPANY,
                today.toString(),
                WEEKDAY.format(today),
                DAY.format(today),
                faces.face(surroundings.me()),
                faces.actors(address, surroundings.me()),
                sidebar.links(not(Room::isDirect)),
                sidebar.links(Room::isDirect),
                sidebar.mailbox(mails),
                faults.panel(),
                shown == null || isHome() ? null : shown.conversation(),
                shown != null && isHome()
                        ? shown.home(slack.home(surroundings.me()).orElse(null))
                        : null,
                shown == null || isHome() ? null : shown.thread(),
                room == null ? new LetterPages(surroundings, address).show(mails) : null,
                slack.views(surroundings.me()).stream().map(this::view).toList(),
                slack.manifest().messageShortcuts(),
                slack.manifest().globalShortcuts());
    }

    private boolean isHome() {
        return room != null && room.isDirect() && address.isHome();
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
}
