package dev.beforehand.correspondence;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two transactions around the sending of an answer. It has one try: where that fails, or nobody knows, the mail waits
 * for a person again, who decides.
 */
@Component
class AnswerBook {

    /** Longer than any try lasts. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private final IncomingRows incoming;
    private final OutgoingRows outgoing;
    private final AnswerRows answers;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerBook(
            IncomingRows incoming,
            OutgoingRows outgoing,
            AnswerRows answers,
            Activities activities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.answers = answers;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    /** Writes the answer down, unless somebody saw to the mail already. */
    @Transactional
    public boolean begin(Incoming mail, String messageId, String subject, String text, ColleagueId by) {
        if (!incoming.settle(mail.id(), Incoming.State.ANSWERED, by)) {
            return false;
        }
        outgoing.addAnswer(messageId, Objects.requireNonNull(mail.client()), Objects.requireNonNull(mail.answerTo()));
        answers.add(messageId, mail.id(), by, subject, text);
        events.publishEvent(new AnswerWritten(messageId));
        events.publishEvent(new IncomingChanged(mail.id()));
        return true;
    }

    @Transactional
    public void end(String messageId, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted accepted -> end(messageId, Answer.State.SENT, null);
            case Delivery.Refused refused -> end(messageId, Answer.State.FAILED, refused.reason());
            case Delivery.Later later -> end(messageId, Answer.State.FAILED, later.reason());
            case Delivery.Unreachable unreachable -> end(messageId, Answer.State.FAILED, unreachable.reason());
            case Delivery.Unknown unknown -> end(messageId, Answer.State.UNKNOWN, unknown.reason());
        }
    }

    /** Of these nobody has heard for longer than a try lasts. */
    @Transactional
    public void abandonLost() {
        answers.underwaySince(clock.instant().minus(LEASE))
                .forEach(messageId -> end(messageId, Answer.State.UNKNOWN, null));
    }

    private void end(String messageId, Answer.State now, @Nullable Sentence reason) {
        if (!answers.end(messageId, now, reason)) {
            return;
        }
        var answer = answers.find(messageId).orElseThrow();
        if (now == Answer.State.SENT) {
            // It may wait again, where this is only known now.
            incoming.settle(answer.incoming(), Incoming.State.ANSWERED, answer.author());
            var client = incoming.find(answer.incoming()).map(Incoming::client).map(ClientId::value);
            activities.record(Activity.inSlack(
                    Kind.REPLY_SENT, answer.author().value(), client.orElse(null), null, answer.subject()));
        } else if (isLast(answer)) {
            incoming.reopen(answer.incoming());
            events.publishEvent(new AnswerNotSent(answer));
        }
        events.publishEvent(new IncomingChanged(answer.incoming()));
    }

    /** Where somebody wrote another one since, that one decides. */
    private boolean isLast(Answer answer) {
        return answers.last(answer.incoming())
                .filter(last -> last.messageId().equals(answer.messageId()))
                .isPresent();
    }
}
