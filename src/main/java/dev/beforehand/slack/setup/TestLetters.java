package dev.beforehand.slack.setup;

import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.OutgoingMail.Words;
import dev.beforehand.slack.SlackPeople;
import dev.beforehand.slack.SlackUser;
import dev.beforehand.slack.setup.TestLetter.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;

/**
 * A real letter that somebody has sent to themselves, the way that clients' letters leave. It says that it is a test, and
 * is written down apart from clients' letters, so that it counts nowhere as one.
 */
@Service
class TestLetters {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Mailer mailer;
    private final TestLetterRows rows;
    private final SlackPeople people;
    private final Phrases phrases;
    private final Clock clock;

    TestLetters(Mailer mailer, TestLetterRows rows, SlackPeople people, Phrases phrases, Clock clock) {
        this.mailer = mailer;
        this.rows = rows;
        this.people = people;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Not within a transaction. */
    void send(String person) {
        people.person(person)
                .filter(user -> user.email() != null && MailAddress.isValid(user.email()))
                .filter(user -> mailer.missing().isEmpty())
                .ifPresent(this::send);
    }

    private void send(SlackUser person) {
        var id = mailer.newMessageId();
        var to = new MailAddress(String.valueOf(person.email()), person.name());
        if (rows.begin(person.id(), id, to.address())) {
            var delivery = mailer.send(letter(id, person, to), PATIENCE);
            rows.end(id, state(delivery), reason(delivery));
        }
    }

    private OutgoingMail letter(String id, SlackUser person, MailAddress to) {
        var text = phrases.say("setup.letter.text");
        var html = "<p>" + HtmlUtils.htmlEscape(text).replace("\n", "<br>") + "</p>";
        var words = new Words(phrases.say("setup.letter.subject"), html, text, Language.spoken());
        var parties = new Parties(mailer.sender(person.name()), List.of(to), to, List.of());
        return new OutgoingMail(id, clock.instant(), false, parties, words, List.of(), List.of());
    }

    /** How far it got, and what is missing before it can be sent. */
    Finding of(String person) {
        var missing = mailer.missing();
        if (missing.isPresent()) {
            return Finding.missing("not-set", missing.get().written());
        }
        return rows.of(person).map(this::finding).orElseGet(() -> notSent(person));
    }

    private Finding notSent(String person) {
        var address = people.person(person).map(SlackUser::email).filter(MailAddress::isValid);
        return address.isEmpty() ? Finding.missing("no-address", "") : Finding.missing("not-sent", address.get());
    }

    private Finding finding(TestLetter letter) {
        return switch (letter.state()) {
            case SENT -> Finding.good(letter.recipient());
            case SENDING ->
                new Finding(Finding.State.UNKNOWN, isUnderWay(letter) ? "sending" : "unknown", letter.recipient());
            case UNKNOWN -> new Finding(Finding.State.UNKNOWN, "unknown", letter.recipient());
            case FAILED ->
                Finding.missing("failed", Optional.ofNullable(letter.reason()).orElse(""));
        };
    }

    /** After that its process has died. */
    private boolean isUnderWay(TestLetter letter) {
        return letter.at().plus(LONGEST).isAfter(clock.instant());
    }

    private static State state(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> State.SENT;
            case Delivery.Unknown unknown -> State.UNKNOWN;
            default -> State.FAILED;
        };
    }

    private static @Nullable String reason(Delivery delivery) {
        @Nullable
        Sentence reason = switch (delivery) {
            case Delivery.Accepted accepted -> null;
            case Delivery.Refused refused -> refused.reason();
            case Delivery.Later later -> later.reason();
            case Delivery.Unreachable unreachable -> unreachable.reason();
            case Delivery.Unknown unknown -> unknown.reason();
        };
        return reason == null ? null : reason.written();
    }
}
