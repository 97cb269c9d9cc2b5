package dev.beforehand.practice.page;

import dev.beforehand.practice.page.Page.Message;
import dev.beforehand.practice.page.Page.Replies;
import dev.beforehand.practice.workspace.PracticeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Posts as messages of the page: days divided, those of one author drawn together, replies counted. */
final class Messages {

    private static final Duration TOGETHER = Duration.ofMinutes(5);
    private static final List<Page.Reaction> PICKER = Stream.of("eyes", "white_check_mark", "speech_balloon", "pushpin")
            .map(name -> new Page.Reaction(name, Emoji.html(name), 0, false, ":" + name + ":"))
            .toList();

    private final Surroundings surroundings;
    private final Faces faces;
    private final Address address;

    Messages(Surroundings surroundings, Faces faces, Address address) {
        this.surroundings = surroundings;
        this.faces = faces;
        this.address = address;
    }

    /** The newest of the room's messages, each with the count of its replies among all posts. */
    List<Message> ofRoom(List<PracticeMessage> all, int newest) {
        var top = all.stream().filter(post -> !post.isReply()).toList();
        return inOrder(null, top.subList(Math.max(0, top.size() - newest), top.size()), post -> ofRoom(post, all));
    }

    /** The replies of a thread, in order. */
    List<Message> ofThread(PracticeMessage parent, List<PracticeMessage> replies) {
        return inOrder(parent, replies, this::inThread);
    }

    Message inThread(PracticeMessage post) {
        return message(post, Place.inThread(post.channel(), post.ts()), null, null);
    }

    private Message ofRoom(PracticeMessage post, List<PracticeMessage> all) {
        var place = Place.message(post.channel(), post.ts());
        return message(
                post, place, replies(post, all), address.thread(post.ts()).toString());
    }

    private List<Message> inOrder(
            @Nullable PracticeMessage head, List<PracticeMessage> posts, Function<PracticeMessage, Message> message) {
        var messages = new ArrayList<Message>();
        PracticeMessage before = head;
        for (var post : posts) {
            var shown = message.apply(post);
            if (before == null || !at(before).date().equals(at(post).date())) {
                shown = shown.onNewDay(at(post).day(surroundings.today()));
            } else if (before != head && belongTogether(before, post)) {
                shown = shown.drawnTogether();
            }
            messages.add(shown);
            before = post;
        }
        return messages;
    }

    private boolean belongTogether(PracticeMessage before, PracticeMessage post) {
        return before.user().equals(post.user())
                && !before.isEphemeral()
                && !post.isEphemeral()
                && Duration.between(at(before).at(), at(post).at()).compareTo(TOGETHER) < 0;
    }

    private Message message(PracticeMessage post, Place place, @Nullable Replies replies, @Nullable String threadHref) {
        return new Message(
                place.key(),
                post.channel(),
                post.ts(),
                faces.face(post.user()),
                at(post).time(),
                null,
                false,
                post.isEphemeral(),
                post.editedAt() != null && post.blocks().isEmpty(),
                body(post, place),
                post.reactions().entrySet().stream().map(this::reaction).toList(),
                PICKER,
                replies,
                threadHref);
    }

    private Html body(PracticeMessage post, Place place) {
        return post.blocks().isEmpty()
                ? Tag.of("div", "block text-only")
                        .add(new Mrkdwn(surroundings).html(post.text()))
                        .html()
                : new BlockHtml(surroundings, place).html(post.blocks());
    }

    private Page.Reaction reaction(Map.Entry<String, List<String>> given) {
        var who = given.getValue().stream().map(surroundings::person).toList();
        var mine = given.getValue().contains(surroundings.me());
        return new Page.Reaction(given.getKey(), Emoji.html(given.getKey()), who.size(), mine, String.join(", ", who));
    }

    private @Nullable Replies replies(PracticeMessage parent, List<PracticeMessage> all) {
        var replies = all.stream()
                .filter(post -> post.isReply() && parent.ts().equals(post.threadTs()) && !post.isEphemeral())
                .toList();
        if (replies.isEmpty()) {
            return null;
        }
        return new Replies(
                address.thread(parent.ts()).toString(),
                count(replies.size()),
                at(replies.getLast()).dayAndTime(surroundings.today()),
                replies.stream()
                        .map(PracticeMessage::user)
                        .distinct()
                        .limit(4)
                        .map(faces::face)
                        .toList());
    }

    static String count(int replies) {
        return replies == 1 ? "1 reply" : replies + " replies";
    }

    private Timestamp at(PracticeMessage post) {
        return Timestamp.of(post.ts(), surroundings.zone());
    }
}
