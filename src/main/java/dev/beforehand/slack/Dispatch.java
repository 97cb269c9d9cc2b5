package dev.beforehand.slack;

import dev.beforehand.letters.Language;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out an errand as things are now. Not within a transaction, and one errand at a time in all instances. */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final Errands errands;
    private final CardKinds kinds;
    private final SlackPosts posts;
    private final Posting posting;
    private final Updating updating;
    private final Publishing publishing;
    private final Looking looking;
    private final Setbacks setbacks;
    private final SlackProblems sentences;
    private final SenderCalls calls;
    private final FinanceLeads leads;
    private final Readers readers;
    private final Clock clock;

    Dispatch(
            Errands errands,
            CardKinds kinds,
            SlackPosts posts,
            Posting posting,
            Updating updating,
            Publishing publishing,
            Looking looking,
            Setbacks setbacks,
            SlackProblems sentences,
            SenderCalls calls,
            FinanceLeads leads,
            Readers readers,
            Clock clock) {
        this.errands = errands;
        this.kinds = kinds;
        this.posts = posts;
        this.posting = posting;
        this.updating = updating;
        this.publishing = publishing;
        this.looking = looking;
        this.setbacks = setbacks;
        this.sentences = sentences;
        this.calls = calls;
        this.leads = leads;
        this.readers = readers;
        this.clock = clock;
    }

    /** @return how long Slack's pace wants it to wait; zero where something became of it */
    Duration send(Errand errand) {
        try {
            if (errand.isOver(clock.instant())) {
                log.info("The message {} was not said: it is no news any more.", errand.id());
                errands.done(errand, errand.id());
                return Duration.ZERO;
            }
            if (errand.inDoubtSince() != null) {
                looking.lookFor(errand, errand.inDoubtSince());
                return Duration.ZERO;
            }
            if (Homes.isHome(errand)) {
                publishing.publish(errand);
                return Duration.ZERO;
            }
            return errand.isCard() ? card(errand) : message(errand);
        } catch (RuntimeException e) {
            log.error("The errand {} ({}) could not be carried out.", errand.id(), errand.subject(), e);
            setbacks.failed(errand, sentences.of("not_rendered", "", null));
            return Duration.ZERO;
        }
    }

    private Duration card(Errand errand) {
        var subject = errand.subject();
        long newest = errands.newest(subject);
        var kind = kinds.of(subject);
        var post = posts.find(subject).filter(known -> known.posted() != null);
        var wanted = kind.place(subject);
        var language = wanted.map(readers::language).orElseGet(readers::ofChannels);
        Supplier<SlackMessage> card = () -> Language.in(language, () -> kind.render(subject));
        var place = wanted.filter(there -> post.filter(there::isThatOf).isEmpty());
        if (place.isPresent()) {
            return post(errand, newest, place.get(), card);
        }
        var stands = post.filter(known -> !known.deleted());
        if (stands.isPresent()) {
            return updating.update(errand, newest, stands.get(), card);
        }
        errands.done(errand, newest);
        return Duration.ZERO;
    }

    private Duration message(Errand errand) {
        var recipient = Objects.requireNonNull(errand.recipient());
        if (FinanceLeads.areMeantBy(recipient)) {
            leads.spread(errand);
            return Duration.ZERO;
        }
        var place = new Place(recipient, errand.threadTs());
        var language = readers.language(place);
        return post(errand, errand.id(), place, () -> Language.in(language, errand::message));
    }

    private Duration post(Errand errand, long newest, Place place, Supplier<SlackMessage> message) {
        return place.isPerson()
                ? toPerson(errand, newest, place.channel(), message)
                : posting.post(errand, newest, place, null, message);
    }

    private Duration toPerson(Errand errand, long newest, String person, Supplier<SlackMessage> message) {
        if (setbacks.waits(errand, person)) {
            return Duration.ZERO;
        }
        var opened = calls.open(person);
        if (opened.reply() instanceof Reply.Done<String> channel) {
            return posting.post(errand, newest, new Place(channel.value(), null), person, message);
        }
        setbacks.met(errand, person, opened);
        return Duration.ZERO;
    }
}
