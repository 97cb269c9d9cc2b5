package dev.beforehand.slack;

import static dev.beforehand.slack.OpenProblems.WORKSPACE;

import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.SlackCalls.Attempt;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Brings a message up to date where it stands. */
@Component
class Updating {

    private static final Duration NOTE = Duration.ofDays(1);

    private final Errands errands;
    private final Receipts receipts;
    private final Setbacks setbacks;
    private final SenderCalls calls;
    private final Pacing pacing;
    private final FinanceLeads leads;
    private final Phrases phrases;

    Updating(
            Errands errands,
            Receipts receipts,
            Setbacks setbacks,
            SenderCalls calls,
            Pacing pacing,
            FinanceLeads leads,
            Phrases phrases) {
        this.errands = errands;
        this.receipts = receipts;
        this.setbacks = setbacks;
        this.calls = calls;
        this.pacing = pacing;
        this.leads = leads;
        this.phrases = phrases;
    }

    /**
     * @param newest of its subject when this errand's turn came
     * @return how long Slack's pace wants it to wait; zero where something became of it
     */
    Duration update(Errand errand, long newest, SlackPost post, Supplier<SlackMessage> message) {
        var at = Objects.requireNonNull(post.posted());
        if (setbacks.waits(errand, at.channel())) {
            return Duration.ZERO;
        }
        var pause = pacing.untilUpdate(errand.subject(), errand.turn());
        if (pause.isPositive()) {
            return pause;
        }
        var rendered = message.get();
        var attempt = calls.update(at, rendered);
        pacing.updated(errand.subject());
        switch (attempt.reply()) {
            case Reply.Done<Posted> done -> {
                receipts.updated(errand, newest, rendered);
                setbacks.worked(at.channel(), errand.subject(), WORKSPACE);
            }
            case Reply.Refused<Posted> refused -> refused(errand, newest, post, at, attempt, refused.problem());
            case Reply.Unknown<Posted> unknown -> setbacks.met(errand, at.channel(), attempt);
        }
        return Duration.ZERO;
    }

    private void refused(
            Errand errand, long newest, SlackPost post, Posted at, Attempt<Posted> attempt, SlackProblem problem) {
        if (attempt.isTooMany()) {
            pacing.restUpdates(attempt.pause());
        } else if (!problem.messageIsGone()) {
            setbacks.met(errand, at.channel(), attempt);
        } else if (receipts.deleted(errand, newest)) {
            say(post, at);
        }
    }

    /** Those who see its thread know why it shows nothing more, and those in charge that something is gone. */
    private void say(SlackPost deleted, Posted at) {
        var thread = deleted.threadTs() == null ? at.ts() : deleted.threadTs();
        errands.addMessage(at.channel(), thread, () -> SlackMessage.of(phrases.say("error.deleted")), NOTE);
        var values = Map.of("where", "<#" + at.channel() + ">");
        leads.tell(() -> SlackMessage.of(phrases.say("problem.deleted", values)));
    }
}
