package dev.beforehand.slack;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what an errand came to, all of it at once. */
@Component
class Receipts {

    private final Errands errands;
    private final SlackPosts posts;
    private final CardKinds kinds;
    private final KnownChannels channels;

    Receipts(Errands errands, SlackPosts posts, CardKinds kinds, KnownChannels channels) {
        this.errands = errands;
        this.posts = posts;
        this.kinds = kinds;
        this.channels = channels;
    }

    /**
     * It was posted.
     *
     * @param newest of its subject when it was rendered
     */
    @Transactional
    public void posted(Errand errand, long newest, Place place, Posted message, SlackMessage rendered) {
        stands(errand, newest, place, message);
        shown(errand, rendered);
    }

    /** It had been posted. What a card says there is not known any more, so it is brought up to date. */
    @Transactional
    public void found(Errand errand, Place place, Posted message) {
        stands(errand, errand.id(), place, message);
        if (errand.isCard()) {
            errands.addCard(errand.subject(), Turn.LATER);
        }
    }

    /** The card was brought up to date. */
    @Transactional
    public void updated(Errand errand, long newest, SlackMessage rendered) {
        errands.done(errand, newest);
        shown(errand, rendered);
        if (CardKinds.isLeft(errand.subject())) {
            posts.forget(errand.subject());
        }
    }

    /** @return whether this is the first to notice that somebody deleted it */
    @Transactional
    public boolean deleted(Errand errand, long newest) {
        errands.done(errand, newest);
        if (CardKinds.isLeft(errand.subject())) {
            posts.forget(errand.subject());
            return false;
        }
        boolean first = posts.deleted(errand.subject());
        kinds.of(errand.subject()).deleted(errand.subject());
        return first;
    }

    private void stands(Errand errand, long newest, Place place, Posted message) {
        channels.learn(place.channel(), message.channel());
        errands.done(errand, newest);
        if (errand.isCard()) {
            remember(errand.subject(), place, message);
        }
    }

    private void shown(Errand errand, SlackMessage rendered) {
        if (errand.isCard()) {
            kinds.of(errand.subject()).shown(errand.subject(), rendered);
        }
    }

    private void remember(String subject, Place place, Posted message) {
        posts.find(subject).filter(old -> old.posted() != null).ifPresent(this::leave);
        posts.stands(subject, place.threadTs(), message);
        kinds.of(subject).posted(subject, message);
    }

    private void leave(SlackPost old) {
        if (old.deleted()) {
            posts.forget(old.subject());
        } else {
            posts.rename(old.subject(), CardKinds.left(old));
            errands.addCard(CardKinds.left(old), Turn.LATER);
        }
    }
}
