package dev.beforehand.slack.leases;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.checkins.LeaseQuestion;
import dev.beforehand.checkins.LeaseQuestionChanged;
import dev.beforehand.checkins.LeaseQuestions;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * 'Still on it?': what somebody is asked on a day, in one message in their direct messages, and later what came of it. What
 * is too much for one message goes on on the next page. A question from before questions had a day has a message of its own.
 */
@Component
class LeaseQuestionCards implements CardKind {

    private static final String SUBJECT = "lease:";
    private static final String BETWEEN = ":";

    private final LeaseQuestions questions;
    private final Colleagues colleagues;
    private final LeaseQuestionBlocks blocks;
    private final Cards cards;
    private final SlackPosts posts;

    LeaseQuestionCards(
            LeaseQuestions questions,
            Colleagues colleagues,
            LeaseQuestionBlocks blocks,
            Cards cards,
            SlackPosts posts) {
        this.questions = questions;
        this.colleagues = colleagues;
        this.blocks = blocks;
        this.cards = cards;
        this.posts = posts;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(LeaseQuestionChanged event) {
        var question = questions.find(event.question()).orElseThrow();
        var subjects = subjects(question);
        subjects.forEach(this::deleted);
        cards.show(subjects, Turn.NOW);
    }

    /** Nobody would see there what is asked only now. */
    @Override
    public void deleted(String subject) {
        if (questions(subject).stream().anyMatch(question -> question.waits() && question.shownAt() == null)
                && posts.forgetDeleted(subject)) {
            cards.show(subject);
        }
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    /** What was answered before it was posted is never asked. */
    @Override
    public Optional<Place> place(String subject) {
        boolean stands = posts.find(subject).isPresent();
        return questions(subject).stream()
                .filter(question -> stands || question.waits())
                .findFirst()
                .flatMap(question -> colleagues.find(question.askedOf()))
                .map(Colleague::slackUserId)
                .map(person -> new Place(person, null));
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.message(questions(subject));
    }

    @Override
    public void shown(String subject, SlackMessage card) {
        questions.shown(LeaseQuestionBlocks.asked(card));
    }

    /** Its page; while it waits also those after it, where one may have moved that another instance asked at the same moment. */
    private List<String> subjects(LeaseQuestion question) {
        var day = question.askedOn();
        if (day == null) {
            return List.of(SUBJECT + question.id());
        }
        var all = questions.askedOf(question.askedOf(), day).stream()
                .map(LeaseQuestion::id)
                .toList();
        int page = all.indexOf(question.id()) / LeaseQuestionBlocks.MOST;
        int last = question.waits() ? all.size() / LeaseQuestionBlocks.MOST : page;
        return IntStream.rangeClosed(page, last)
                .mapToObj(each -> SUBJECT + question.askedOf() + BETWEEN + day + BETWEEN + each)
                .toList();
    }

    private List<LeaseQuestion> questions(String subject) {
        var parts = subject.substring(SUBJECT.length()).split(BETWEEN);
        if (parts.length == 1) {
            return questions.find(Long.parseLong(parts[0])).stream().toList();
        }
        return questions.askedOf(new ColleagueId(Long.parseLong(parts[0])), LocalDate.parse(parts[1])).stream()
                .skip(Long.parseLong(parts[2]) * LeaseQuestionBlocks.MOST)
                .limit(LeaseQuestionBlocks.MOST)
                .toList();
    }
}
