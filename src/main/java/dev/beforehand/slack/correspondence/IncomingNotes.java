package dev.beforehand.slack.correspondence;

import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.Incoming.Attached;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The small print of a mail's card: what came along, what to mind, and who has seen to it; pure. */
@Component
class IncomingNotes {

    private static final int LONGEST_REASON = 300;
    private static final int NAMED = 10;

    private final Phrases phrases;

    IncomingNotes(Phrases phrases) {
        this.phrases = phrases;
    }

    List<String> of(IncomingCard card) {
        return Stream.of(more(card), attachments(card), strange(card), answersTo(card), answer(card), standing(card))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String more(IncomingCard card) {
        if (card.isTextCut()) {
            return phrases.say(card.filesShown() ? "reply.whole" : "reply.beginning");
        }
        return card.mail().isCutOff() && card.mail().kind() != Kind.UNREADABLE ? phrases.say("reply.longer") : null;
    }

    private @Nullable String attachments(IncomingCard card) {
        var files = card.mail().attachments();
        if (files.isEmpty() || card.mail().kind() == Kind.BOUNCE) {
            return null;
        }
        var named = files.stream().limit(NAMED).map(this::attachment).collect(Collectors.joining(", "));
        int more = files.size() - NAMED;
        return phrases.say(
                "reply.attachments",
                Map.of("names", more > 0 ? named + " " + phrases.say("reply.more", more, Map.of()) : named));
    }

    private String attachment(Attached file) {
        var note = file.isKept() ? "" : ", " + phrases.say("reply.not-kept");
        return Format.name(file.name()) + " (" + Format.size(DataSize.ofBytes(file.size())) + note + ")";
    }

    private @Nullable String strange(IncomingCard card) {
        return card.mail().kind() == Kind.REPLY && !card.mail().isKnownSender()
                ? phrases.say(
                        "reply.strange", Map.of("client", card.client() == null ? "?" : Format.name(card.client())))
                : null;
    }

    private @Nullable String answersTo(IncomingCard card) {
        return card.mail().kind() == Kind.REPLY && card.mail().replyTo() != null
                ? phrases.say("reply.answers-to", Map.of("to", Correspondents.answerTo(card.mail())))
                : null;
    }

    private @Nullable String answer(IncomingCard card) {
        var answer = card.answer();
        if (answer == null || answer.state() == Answer.State.SENT) {
            return null;
        }
        return phrases.say(
                "reply.answer." + answer.state(),
                Map.of(
                        "reason",
                        answer.reason() == null ? false : Format.cut(phrases.say(answer.reason()), LONGEST_REASON),
                        "messageId",
                        answer.messageId()));
    }

    /** Who has seen to it, or what follows as long as nobody has. */
    private @Nullable String standing(IncomingCard card) {
        var mail = card.mail();
        if (mail.isWaiting()) {
            boolean isClients = mail.kind() == Kind.REPLY || mail.kind() == Kind.UNREADABLE;
            return isClients && mail.client() != null ? phrases.say("reply.rests") : null;
        }
        if (mail.settledAt() == null) {
            return null;
        }
        if (mail.settledBy() == null) {
            return phrases.say("reply.settled.itself." + mail.kind());
        }
        boolean isLifted = mail.kind() == Kind.BOUNCE && mail.state() == State.TAKEN_UP;
        return phrases.say(
                "reply.settled." + (isLifted ? Kind.BOUNCE : mail.state()),
                Map.of(
                        "by",
                        card.settledBy() == null ? "?" : Format.name(card.settledBy()),
                        "when",
                        Format.moment(mail.settledAt())));
    }
}
