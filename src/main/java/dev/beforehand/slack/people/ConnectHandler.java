package dev.beforehand.slack.people;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.AccessRequests;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Doorkeeper;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.MeantClicks;
import dev.beforehand.slack.Resumption;
import dev.beforehand.slack.Roles;
import dev.beforehand.slack.SlackPeople;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.SlackUser;
import dev.beforehand.slack.Whispers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The button *Connect me*: whoever the settings or the ledger know has their role at once, and what they meant is carried
 * out; about anybody else the finance leads are asked.
 */
@Component
class ConnectHandler implements SlackSurface {

    private static final Duration A_NO_STANDS = Duration.ofDays(1);

    private final Roles roles;
    private final SlackPeople people;
    private final CurrentColleague current;
    private final AccessRequests requests;
    private final AccessCards cards;
    private final FinanceLeads leads;
    private final MeantClicks meantClicks;
    private final Resumption resumption;
    private final Activities activities;
    private final Whispers whispers;
    private final Phrases phrases;
    private final Clock clock;

    ConnectHandler(
            Roles roles,
            SlackPeople people,
            CurrentColleague current,
            AccessRequests requests,
            AccessCards cards,
            FinanceLeads leads,
            MeantClicks meantClicks,
            Resumption resumption,
            Activities activities,
            Whispers whispers,
            Phrases phrases,
            Clock clock) {
        this.roles = roles;
        this.people = people;
        this.current = current;
        this.requests = requests;
        this.cards = cards;
        this.leads = leads;
        this.meantClicks = meantClicks;
        this.resumption = resumption;
        this.activities = activities;
        this.whispers = whispers;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void register(Gate gate) {
        gate.blockActionOfAnybody(Doorkeeper.CONNECT, this::connect);
    }

    private Response connect(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var meant = Long.parseLong(click.getActions().getFirst().getValue());
        roles.afresh(click.getUser().getId())
                .ifPresentOrElse(role -> connected(click, meant, role), () -> ask(click, meant));
        return context.ack();
    }

    private void connected(BlockActionPayload click, long meant, Role role) {
        var user = click.getUser().getId();
        var colleague = current.of(user);
        meantClicks.take(meant, user).ifPresent(wanted -> {
            activities.record(
                    Activity.inSlack(Kind.COLLEAGUE_CONNECTED, colleague.id().value(), null, null, role.name()));
            resumption.of(wanted, click.getTriggerId());
        });
        whispers.whisper(click, phrases.say("people.connected", Map.of("role", phrases.say("people.role." + role))));
    }

    private void ask(BlockActionPayload click, long meant) {
        var user = click.getUser().getId();
        var refusedBy = refusedBy(user);
        if (refusedBy.isPresent()) {
            whispers.whisper(click, phrases.say("people.refused-before", Map.of("who", refusedBy.get())));
        } else if (leads.ids().isEmpty()) {
            whispers.whisper(click, phrases.say("people.no-leads"));
        } else {
            cards.show(requests.ask(user, name(user), meant).id());
            whispers.whisper(click, phrases.say("people.asked", Map.of("who", FinanceLeads.mentions(leads.ids()))));
        }
    }

    private String name(String user) {
        return people.person(user).map(SlackUser::name).orElse(user);
    }

    /** The name of whoever has said no to them not long ago. */
    private Optional<String> refusedBy(String user) {
        return requests.newest(user)
                .filter(last -> last.role() == null
                        && last.decidedAt() instanceof Instant decided
                        && decided.isAfter(clock.instant().minus(A_NO_STANDS)))
                .map(cards::decider);
    }
}
