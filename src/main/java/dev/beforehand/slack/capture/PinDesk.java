package dev.beforehand.slack.capture;

import com.slack.api.model.Message;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.letters.Phrases;
import dev.beforehand.notes.Note;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.ClientThreads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackProblem;
import dev.beforehand.slack.SlackThreads;
import dev.beforehand.slack.Whispers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was pinned. It may be called again after a crash: what is kept already is not kept twice. Not within a transaction. */
@Component
class PinDesk {

    /** As long as this Slack may be away. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final Set<String> OF_PEOPLE = Set.of("thread_broadcast", "file_share", "me_message");

    private final Pins pins;
    private final SlackThreads threads;
    private final ClientThreads cards;
    private final Clients clients;
    private final Speakers speakers;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Afterwards afterwards;
    private final Phrases phrases;
    private final Clock clock;

    PinDesk(
            Pins pins,
            SlackThreads threads,
            ClientThreads cards,
            Clients clients,
            Speakers speakers,
            SlackGateway gateway,
            Whispers whispers,
            Afterwards afterwards,
            Phrases phrases,
            Clock clock) {
        this.pins = pins;
        this.threads = threads;
        this.cards = cards;
        this.clients = clients;
        this.speakers = speakers;
        this.gateway = gateway;
        this.whispers = whispers;
        this.afterwards = afterwards;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Those over which a process ended, or Slack did not answer. */
    void seeToWhatIsLeft() {
        pins.forgetOld();
        pins.left().forEach(id -> afterwards.run("Keeping a thread that was left", () -> seeTo(id)));
    }

    void seeTo(long id) {
        pins.take(id).ifPresent(pin -> {
            switch (read(pin)) {
                case Reply.Done<Found> done -> found(pin, done.value());
                case Reply.Refused<Found> refused -> notShown(pin, refused.problem());
                case Reply.Unknown<Found> unknown -> notShown(pin, unknown.reason(), true);
            }
        });
    }

    private void notShown(Pin pin, SlackProblem problem) {
        notShown(pin, problem.sentence(), problem.passesByItself());
    }

    /** What passes by itself is waited for, but not for ever. */
    private void notShown(Pin pin, String why, boolean passes) {
        if (!passes || pin.at().plus(PATIENCE).isBefore(clock.instant())) {
            pins.done(pin);
            tell(pin, cards.root(pin.message()), why);
        }
    }

    private record Found(Posted root, SlackThreads.Thread thread) {}

    /** Under a reply Slack shows the reply alone, which says in which thread it stands. */
    private Reply<Found> read(Pin pin) {
        var under = threads.under(pin.message());
        var root = under.ifDone().stream()
                .flatMap(thread -> thread.messages().stream())
                .map(Message::getThreadTs)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ts -> new Posted(pin.message().channel(), ts))
                .orElse(pin.message());
        return (root.equals(pin.message()) ? under : threads.under(root)).map(thread -> new Found(root, thread));
    }

    private void found(Pin pin, Found found) {
        var root = found.root();
        var known = cards.cards(root);
        var talk = new Talk(lines(found.thread()), known, clients.all(Set.copyOf(known.values())));
        var pinned = talk.line(pin.message().ts());
        var client = Optional.ofNullable(pin.client())
                .or(() -> talk.client(pin.message().ts()))
                .flatMap(clients::find);
        if (client.isPresent()) {
            var whole = pin.client() != null || known.containsKey(root.ts());
            var wanted = whole ? talk.about(client.get().id()) : pinned.stream().toList();
            keep(pin, root, client.get(), wanted, found.thread().whole());
        } else {
            pins.done(pin);
            if (pinned.isPresent() && !known.isEmpty()) {
                tell(pin, root, phrases.say("note.whose"));
            }
        }
    }

    private void keep(Pin pin, Posted root, Client client, List<Talk.Line> wanted, boolean whole) {
        var link = wanted.isEmpty()
                ? null
                : gateway.permalink(pin.message()).ifDone().orElse(null);
        int kept = pins.keep(
                pin,
                client.id(),
                notes(root.channel(), wanted),
                link,
                new Pins.Receipt(
                        root,
                        count -> SlackMessage.of(phrases.say(
                                "note.kept",
                                count,
                                Map.of("client", Format.name(client.name()), "part", whole ? false : (Object) true)))));
        if (kept == 0) {
            tell(
                    pin,
                    root,
                    phrases.say(
                            wanted.isEmpty() ? "note.nothing" : "note.nothing-new",
                            Map.of("client", Format.name(client.name()))));
        }
    }

    private List<Note> notes(String channel, List<Talk.Line> lines) {
        var names = new HashMap<String, String>();
        return lines.stream()
                .map(line -> new Note(
                        channel,
                        line.ts(),
                        names.computeIfAbsent(String.valueOf(line.user()), speakers::name),
                        Instant.ofEpochMilli(
                                new BigDecimal(line.ts()).movePointRight(3).longValue()),
                        Format.cut(line.words(), Disputes.LONGEST_WORDS)))
                .toList();
    }

    private List<Talk.Line> lines(SlackThreads.Thread thread) {
        return thread.messages().stream()
                .map(message -> new Talk.Line(message.getTs(), person(message), speakers.words(message)))
                .toList();
    }

    private static @Nullable String person(Message message) {
        var ofPerson = message.getBotId() == null
                && (message.getSubtype() == null || OF_PEOPLE.contains(message.getSubtype()));
        return ofPerson ? message.getUser() : null;
    }

    private void tell(Pin pin, Posted thread, String sentence) {
        whispers.whisper(thread.channel(), thread.ts(), pin.user(), SlackMessage.of(sentence));
    }
}
