package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.page.Page.Mailbox;
import dev.beforehand.practice.page.Page.RoomLink;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import java.util.function.Predicate;

/** The left column: where one can go from here. */
record Sidebar(PracticeSlack slack, Faces faces, Address address, List<Room> rooms) {

    List<RoomLink> links(Predicate<Room> wanted) {
        return rooms.stream().filter(wanted).map(this::link).toList();
    }

    private RoomLink link(Room each) {
        var face = each.isDirect() ? faces.face(Workspace.BOT_USER) : null;
        var posts = slack.messages(each.id(), address.actor());
        return new RoomLink(
                each.id(),
                each.isDirect() ? title(each) : each.name(),
                each.isDirect() ? "app" : null,
                address.room(each.id()).toString(),
                each.id().equals(address.in()),
                posts.isEmpty() ? "" : posts.getLast().ts(),
                face);
    }

    Mailbox mailbox(List<PracticeLetter> mails) {
        var letters = mails.stream().filter(PracticeLetter::isReceived).toList();
        return new Mailbox(
                address.room(Address.MAILBOX).toString(),
                address.isMailbox(),
                letters.size(),
                letters.isEmpty() ? "" : letters.getLast().at().toString());
    }

    /** The name above the room's messages. */
    String title(Room room) {
        return room.isDirect() ? faces.person(Workspace.BOT_USER).name() : "#" + room.name();
    }
}
