package dev.beforehand.practice.page;

import dev.beforehand.practice.workspace.Manifest.Shortcut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the templates show, in their words; nothing is decided there. */
record Page(
        String title,
        String company,
        String today,
        String weekday,
        String day,
        Face me,
        List<Face> people,
        List<RoomLink> channels,
        List<RoomLink> directs,
        Mailbox mailbox,
        Faults faults,
        @Nullable Conversation conversation,
        @Nullable Home home,
        @Nullable Thread thread,
        @Nullable Letters letters,
        List<View> views,
        List<Shortcut> messageShortcuts,
        List<Shortcut> globalShortcuts) {

    /** A person, as the coloured square that stands for them and, where one can act as them, the link to it. */
    record Face(
            String id, String name, String initials, int hue, String role, boolean app, String href, boolean current) {}

    record RoomLink(
            String id,
            String name,
            @Nullable String note,
            String href,
            boolean current,
            String latest,
            @Nullable Face face) {}

    record Mailbox(String href, boolean current, int count, String latest) {}

    record Faults(String summary, boolean any, List<Fault> all) {}

    /** @param howOften null where it is off */
    record Fault(
            String id, String words, String hint, @Nullable String howOften) {}

    record Conversation(
            String id,
            String title,
            String topic,
            int earlier,
            List<Message> messages,
            String emptyTitle,
            String emptyText,
            boolean takesFiles,
            List<Tab> tabs) {}

    /** @param view its id and what it shows; null while nothing was published */
    record Home(
            String title,
            List<Tab> tabs,
            String person,
            @Nullable HomeView view) {}

    record HomeView(String id, Html body) {}

    /** @param newDay the day that begins with this message, null where it is the day of the one before */
    record Message(
            String key,
            String channel,
            String ts,
            Face author,
            String time,
            @Nullable String newDay,
            boolean compact,
            boolean ephemeral,
            boolean edited,
            Html body,
            List<Reaction> reactions,
            List<Reaction> picker,
            @Nullable Replies replies,
            @Nullable String threadHref) {

        boolean hasReactions() {
            return !reactions.isEmpty();
        }

        Message onNewDay(String day) {
            return new Message(
                    key,
                    channel,
                    ts,
                    author,
                    time,
                    day,
                    false,
                    ephemeral,
                    edited,
                    body,
                    reactions,
                    picker,
                    replies,
                    threadHref);
        }

        /** With no face and name of its own, since it goes on where the one before ended. */
        Message drawnTogether() {
            return new Message(
                    key,
                    channel,
                    ts,
                    author,
                    time,
                    null,
                    true,
                    ephemeral,
                    edited,
                    body,
                    reactions,
                    picker,
                    replies,
                    threadHref);
        }
    }

    record Reaction(String name, Html emoji, int count, boolean mine, String who) {}

    record Replies(String href, String words, String last, List<Face> faces) {}

    record Thread(
            String ts,
            String channel,
            String title,
            String closeHref,
            Message parent,
            String count,
            List<Message> replies) {}

    record View(
            String id,
            String callback,
            String title,
            Html body,
            String close,
            @Nullable String submit) {}

    record Letters(List<ThreadLine> all, @Nullable OpenThread thread) {}

    /** @param mails how many there are in it; null where it is one */
    record ThreadLine(
            String id,
            String letter,
            String href,
            boolean current,
            String owner,
            @Nullable Integer mails,
            String from,
            String subject,
            String time) {}

    record OpenThread(String id, String subject, String backHref, List<MailLine> mails) {}

    /** @param open the mail in full; null where only a line stands for it */
    record MailLine(
            String id,
            String href,
            boolean own,
            String from,
            String time,
            String beginning,
            @Nullable OpenLetter open) {}

    record OpenLetter(
            String id,
            String from,
            String to,
            @Nullable String replyTo,
            String time,
            boolean canBeAnswered,
            List<Tab> tabs,
            @Nullable String htmlSource,
            @Nullable String plain) {}

    record Tab(String id, String name, String href, boolean current) {}
}
