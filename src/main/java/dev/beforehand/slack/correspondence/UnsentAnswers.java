package dev.beforehand.slack.correspondence;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.AnswerNotSent;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Permalinks;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the author of an answer that it did not leave: a card that changes in a thread tells nobody. */
@Component
class UnsentAnswers implements CardKind {

    private static final String SUBJECT = "unsent:";

    private static final int LONGEST_REASON = 300;

    private final Correspondence correspondence;
    private final Colleagues colleagues;
    private final SlackPosts posts;
    private final Permalinks permalinks;
    private final Cards cards;
    private final Phrases phrases;

    UnsentAnswers(
            Correspondence correspondence,
            Colleagues colleagues,
            SlackPosts posts,
            Permalinks permalinks,
            Cards cards,
            Phrases phrases) {
        this.correspondence = correspondence;
        this.colleagues = colleagues;
        this.posts = posts;
        this.permalinks = permalinks;
        this.cards = cards;
        this.phrases = phrases;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT)
    void notSent(AnswerNotSent event) {
        cards.show(SUBJECT + event.answer().incoming() + ":" + event.answer().messageId());
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        return posts.find(subject).isPresent()
                ? Optional.empty()
                : answer(subject)
                        .flatMap(answer -> colleagues.find(answer.author()))
                        .map(Colleague::slackUserId)
                        .map(author -> new Place(author, null));
    }

    @Override
    public SlackMessage render(String subject) {
        var sentence = sentence(answer(subject).orElseThrow());
        return new SlackMessage(sentence, List.of(IncomingBlocks.text(sentence)));
    }

    /** Empty where the mail was answered again since. */
    private Optional<Answer> answer(String subject) {
        var parts = subject.substring(SUBJECT.length()).split(":", 2);
        return correspondence
                .answer(new IncomingId(Long.parseLong(parts[0])))
                .filter(last -> last.messageId().equals(parts[1]));
    }

    private String sentence(Answer answer) {
        var mail = correspondence.find(answer.incoming()).orElseThrow();
        var link = permalinks.to(IncomingCards.subject(mail.id()));
        return phrases.say(
                "reply.unsent." + answer.state(),
                Map.of(
                        "to", Correspondents.answerTo(mail),
                        "reason",
                                answer.reason() == null
                                        ? false
                                        : Format.cut(phrases.say(answer.reason()), LONGEST_REASON),
                        "link", link.<Object>map(url -> url).orElse(false)));
    }
}
