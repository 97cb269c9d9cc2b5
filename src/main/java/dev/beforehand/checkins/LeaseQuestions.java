package dev.beforehand.checkins;

import dev.beforehand.checkins.LeaseQuestion.Answer;
import dev.beforehand.clients.ColleagueId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of whom about their leases, and what came of it. */
@Service
public class LeaseQuestions {

    private final LeaseQuestionRepository questions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeaseQuestions(LeaseQuestionRepository questions, ApplicationEventPublisher events, Clock clock) {
        this.questions = questions;
        this.events = events;
        this.clock = clock;
    }

    public Optional<LeaseQuestion> find(long id) {
        return questions.findById(id);
    }

    /** What somebody was asked on a day, in the order in which it was asked. */
    public List<LeaseQuestion> askedOf(ColleagueId colleague, LocalDate day) {
        return questions.askedOf(colleague, day);
    }

    /** From then on, silence is an answer. */
    @Transactional
    public void shown(Collection<Long> ids) {
        var now = clock.instant();
        ids.stream().sorted().forEach(id -> questions.shown(id, now));
    }

    /**
     * @param day where whoever is asked is
     * @return false where another instance has asked already; its question stands
     */
    boolean ask(Lease lease, ColleagueId of, LocalDate day) {
        var earlier = questions.waiting(lease.checkIn());
        if (!questions.ask(lease.checkIn(), lease.from(), lease.asked() + 1, of, clock.instant(), day)) {
            return false;
        }
        earlier.forEach(question -> answer(question, Answer.ASKED_AGAIN, null));
        questions.waiting(lease.checkIn()).forEach(this::changed);
        return true;
    }

    /** Whether they were asked about it, and nobody has answered. */
    boolean isAsked(CheckInId id, ColleagueId colleague) {
        return questions.waiting(id).stream()
                .anyMatch(question -> question.askedOf().equals(colleague));
    }

    /** @param by empty where nobody answered */
    void answer(CheckInId id, Answer answer, @Nullable ColleagueId by) {
        questions.waiting(id).forEach(question -> answer(question, answer, by));
    }

    /** Nobody is to answer for a lease that is over or another. */
    void overtake() {
        questions.overtaken().forEach(this::overtaken);
    }

    void overtake(CheckInId id) {
        questions.overtaken(id).forEach(this::overtaken);
    }

    private void overtaken(LeaseQuestion question) {
        answer(question, Answer.OVERTAKEN, null);
    }

    private void answer(LeaseQuestion question, Answer answer, @Nullable ColleagueId by) {
        if (questions.answer(question.id(), answer, by, clock.instant())) {
            changed(question);
        }
    }

    private void changed(LeaseQuestion question) {
        events.publishEvent(new LeaseQuestionChanged(question.id()));
    }
}
