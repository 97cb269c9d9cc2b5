package dev.beforehand.slack;

import static dev.beforehand.slack.OpenProblems.WORKSPACE;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts what an errand wants posted, in the order of its channel. */
@Component
class Posting {

    private final Errands errands;
    private final SlackPosts posts;
    private final Receipts receipts;
    private final KnownChannels channels;
    private final Setbacks setbacks;
    private final SenderCalls calls;
    private final Pacing pacing;
    private final SenderSettings settings;

    Posting(
            Errands errands,
            SlackPosts posts,
            Receipts receipts,
            KnownChannels channels,
            Setbacks setbacks,
            SenderCalls calls,
            Pacing pacing,
            SenderSettings settings) {
        this.errands = errands;
        this.posts = posts;
        this.receipts = receipts;
        this.channels = channels;
        this.setbacks = setbacks;
        this.calls = calls;
        this.pacing = pacing;
        this.settings = settings;
    }

    /**
     * @param newest of its subject when this errand's turn came
     * @param person in whose direct messages the place is; empty: it is a channel
     * @return how long Slack's pace wants it to wait; zero where something became of it
     */
    Duration post(Errand errand, long newest, Place place, @Nullable String person, Supplier<SlackMessage> message) {
        var channel = channels.idOf(place.channel());
        var about = person == null ? channel : person;
        if (setbacks.waits(errand, about) || isHeldUp(errand, channel)) {
            return Duration.ZERO;
        }
        var pause = pacing.untilPost(channel);
        if (pause.isPositive()) {
            return pause;
        }
        var rendered = message.get();
        errands.posting(errand, channel, place.threadTs(), settings.doubt());
        var attempt = calls.post(place.channel(), place.threadTs(), rendered, errand.mark());
        pacing.posted(channel);
        switch (attempt.reply()) {
            case Reply.Done<Posted> done -> {
                receipts.posted(errand, newest, place, done.value(), rendered);
                setbacks.worked(about, errand.subject(), WORKSPACE);
            }
            case Reply.Unknown<Posted> unknown -> errands.lost(errand);
            case Reply.Refused<Posted> refused -> {
                errands.notPosted(errand);
                if (attempt.isTooMany()) {
                    pacing.restPosts(channel, attempt.pause());
                } else if (refused.problem().threadIsGone() && place.threadTs() != null) {
                    threadIsGone(errand, new Posted(channel, place.threadTs()), refused.problem());
                } else {
                    setbacks.met(errand, about, attempt);
                }
            }
        }
        return Duration.ZERO;
    }

    private boolean isHeldUp(Errand errand, String channel) {
        var until = errands.heldUpUntil(channel, errand);
        until.ifPresent(then -> errands.holdUp(errand, channel, then));
        return until.isPresent();
    }

    /** Once it is known that the message above is gone, a card finds another place. */
    private void threadIsGone(Errand errand, Posted thread, SlackProblem problem) {
        if (!errand.isCard()) {
            errands.leaveThread(errand);
        } else if (!posts.at(thread)
                .map(parent -> posts.deleted(parent.subject()))
                .orElse(false)) {
            setbacks.giveUp(errand, problem);
        }
    }
}
