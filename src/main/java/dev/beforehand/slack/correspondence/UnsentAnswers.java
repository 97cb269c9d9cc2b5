package dev.beforehand.slack.correspondence;

import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.AnswerNotSent;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the author of an answer that it did not leave: a card that changes in a thread tells nobody. */
@Component
class UnsentAnswers {

    private static final int LONGEST_REASON = 300;

    private final Correspondence correspondence;
    private final Colleagues colleagues;
    private final SlackPosts posts;
    private final SlackGateway gateway;
    private final Afterwards afterwards;
    private final Phrases phrases;

    UnsentAnswers(
            Correspondence correspondence,
            Colleagues colleagues,
            SlackPosts posts,
            SlackGateway gateway,
            Afterwards afterwards,
            Phrases phrases) {
        this.correspondence = correspondence;
        this.colleagues = colleagues;
        this.posts = posts;
        this.gateway = gateway;
        this.afterwards = afterwards;
        this.phrases = phrases;
    }

    @TransactionalEventListener
    void notSent(AnswerNotSent event) {
        afterwards.run("Telling the author of an answer", () -> tell(event.answer()));
    }

    private void tell(Answer answer) {
        colleagues
                .find(answer.author())
                .map(Colleague::slackUserId)
                .flatMap(author -> gateway.dm(author).ifDone())
                .ifPresent(channel -> gateway.post(channel, null, message(sentence(answer))));
    }

    private static SlackMessage message(String sentence) {
        return new SlackMessage(sentence, List.of(IncomingBlocks.text(sentence)));
    }

    private String sentence(Answer answer) {
        var mail = correspondence.find(answer.incoming()).orElseThrow();
        var link = posts.find(IncomingCards.subject(mail.id()))
                .map(SlackPost::posted)
                .flatMap(card -> gateway.permalink(card).ifDone());
        return phrases.say(
                "reply.unsent." + answer.state(),
                Map.of(
                        "to", Correspondents.answerTo(mail),
                        "reason", answer.reason() == null ? false : Format.cut(answer.reason(), LONGEST_REASON),
                        "link", link.<Object>map(url -> url).orElse(false)));
    }
}
