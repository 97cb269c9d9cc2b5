package dev.beforehand.slack.leases;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.checkins.LeaseQuestion;
import dev.beforehand.checkins.LeaseQuestionChanged;
import dev.beforehand.checkins.Leases;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** 'Still on it?', in the direct messages of whoever is asked, and later what came of it. */
@Component
class LeaseQuestions implements CardKind {

    private static final String SUBJECT = "lease:";

    private final Leases leases;
    private final Colleagues colleagues;
    private final LeaseQuestionBlocks blocks;
    private final Cards cards;

    LeaseQuestions(Leases leases, Colleagues colleagues, LeaseQuestionBlocks blocks, Cards cards) {
        this.leases = leases;
        this.colleagues = colleagues;
        this.blocks = blocks;
        this.cards = cards;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    /** What was answered before it was posted is never asked. */
    @Override
    public Optional<Place> place(String subject) {
        return Optional.of(question(subject))
                .filter(question -> question.answer() == null)
                .flatMap(question -> colleagues.find(question.askedOf()))
                .map(Colleague::slackUserId)
                .map(person -> new Place(person, null));
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.message(question(subject));
    }

    @Override
    public void posted(String subject, Posted card) {
        leases.shown(question(subject).id());
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(LeaseQuestionChanged event) {
        cards.show(SUBJECT + event.question());
    }

    private LeaseQuestion question(String subject) {
        return leases.question(Long.parseLong(subject.substring(SUBJECT.length())))
                .orElseThrow();
    }
}
