package dev.beforehand.slack.leases;

import dev.beforehand.checkins.Lease;
import dev.beforehand.checkins.Leases;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.slack.SlackPeople;
import dev.beforehand.slack.SlackUser;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks those whose leases have run out, in their own working hours, and gives back what nobody is on. Asks Slack who is where. */
@Component
class LeaseRound {

    private static final Logger log = LoggerFactory.getLogger(LeaseRound.class);

    private final Leases leases;
    private final Colleagues colleagues;
    private final SlackPeople people;
    private final Clock clock;

    LeaseRound(Leases leases, Colleagues colleagues, SlackPeople people, Clock clock) {
        this.leases = leases;
        this.colleagues = colleagues;
        this.people = people;
        this.clock = clock;
    }

    /** What fails about one lease is tried again in the next round. */
    void go() {
        leases.renew();
        for (var lease : leases.ripe()) {
            try {
                review(lease);
            } catch (RuntimeException e) {
                log.error("The lease of check-in {} could not be reviewed.", lease.checkIn(), e);
            }
        }
    }

    private void review(Lease lease) {
        if (person(lease.holder()).filter(SlackUser::deactivated).isPresent()) {
            leases.holderIsGone(lease);
        } else {
            var zone = person(leases.toAsk(lease)).map(SlackUser::zone).orElseGet(clock::getZone);
            leases.review(lease, zone);
        }
    }

    /** Empty where Slack does not say. */
    private Optional<SlackUser> person(ColleagueId id) {
        return colleagues.find(id).map(Colleague::slackUserId).flatMap(people::person);
    }
}
