package dev.beforehand.slack.correspondence;

import dev.beforehand.correspondence.Unreachable;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the card of a delivery report says of the addresses in it; pure. */
@Component
class BounceLines {

    /** So few and so short that they fit even where each of their letters has to be escaped. */
    private static final int ADDRESSES = 3;

    private static final int SHORT = 80;

    private final Phrases phrases;

    BounceLines(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Each address, and why it could not be reached. */
    String addresses(List<Unreachable> addresses) {
        var named = addresses.stream().limit(ADDRESSES).map(this::address);
        int more = addresses.size() - ADDRESSES;
        var others = more > 0 ? Stream.of(phrases.say("reply.more", more, Map.of())) : Stream.<String>empty();
        return Stream.concat(named, others).collect(Collectors.joining("\n"));
    }

    /** What follows, once for each kind of it. */
    String remedies(List<Unreachable> addresses) {
        var until = until(addresses).<Object>map(Format::moment).orElse(false);
        return addresses.stream()
                .map(Unreachable::consequence)
                .distinct()
                .sorted()
                .map(consequence -> phrases.say("reply.bounce." + consequence, Map.of("until", until)))
                .collect(Collectors.joining("\n"));
    }

    /** When the last of the pauses ends. */
    static Optional<Instant> until(List<Unreachable> addresses) {
        return addresses.stream()
                .map(Unreachable::until)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private String address(Unreachable one) {
        return phrases.say(
                "reply.bounce.address",
                Map.of(
                        "address", Format.cut(one.address(), SHORT),
                        "said", Format.cut(one.said(), SHORT)));
    }
}
