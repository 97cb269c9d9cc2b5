package dev.beforehand.slack;

import dev.beforehand.clients.Colleagues;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The people who decide, and who are told when something went wrong: the approvers, each in a direct message. */
@Component
public class FinanceLeads {

    private static final Logger log = LoggerFactory.getLogger(FinanceLeads.class);

    /** Slack is asked so often who they are, for some minutes in all; then those are told of whom it has said so. */
    private static final int MOST_TRIES = 8;

    private static final String ALL = "finance leads";
    private static final String ALL_BUT = ALL + " but ";

    private final TeamSettings settings;
    private final SlackPeople people;
    private final Colleagues colleagues;
    private final Errands errands;
    private final Clock clock;

    FinanceLeads(TeamSettings settings, SlackPeople people, Colleagues colleagues, Errands errands, Clock clock) {
        this.settings = settings;
        this.people = people;
        this.colleagues = colleagues;
        this.errands = errands;
        this.clock = clock;
    }

    /** Their Slack user ids, each once; those of whom Slack does not say who they are are left out. */
    public List<String> ids() {
        var named = settings.financeLeads();
        return Stream.of(
                        named.users().stream(),
                        named.emails().stream().flatMap(email -> withAddress(email).stream()),
                        named.groups().stream().flatMap(group -> people.members(group).stream()))
                .flatMap(ids -> ids)
                .distinct()
                .toList();
    }

    /** What {@code beforehand.approvers} names without Slack knowing anybody by it who could be told. */
    public List<String> unknown() {
        var named = settings.financeLeads();
        return Stream.of(
                        named.users().stream().filter(user -> !isThere(user)),
                        named.emails().stream()
                                .filter(email -> withAddress(email).isEmpty()),
                        named.groups().stream()
                                .filter(group -> people.members(group).isEmpty()))
                .flatMap(each -> each)
                .toList();
    }

    private boolean isThere(String user) {
        return people.person(user).filter(person -> !person.deactivated()).isPresent();
    }

    /** Whom to turn to, as mentions. */
    public static String mentions(List<String> slackUsers) {
        return slackUsers.stream().map(user -> "<@" + user + ">").collect(Collectors.joining(", "));
    }

    /**
     * Written with the change that is its reason; who they are is asked once it is said. Where there is nobody to be told,
     * it stands in the log.
     *
     * @param message asked for in each language, and said to each of them in their own
     */
    public void tell(Supplier<SlackMessage> message) {
        errands.addMessage(ALL, null, message, DirectMessages.NEWS);
    }

    /** @param person who cannot be told, perhaps one of them */
    void tellAllBut(String person, Supplier<SlackMessage> message) {
        errands.addMessage(ALL_BUT + person, null, message, DirectMessages.NEWS);
    }

    static boolean areMeantBy(String recipient) {
        return recipient.startsWith(ALL);
    }

    /** Makes of a message to all of them one to each. Asks Slack who they are; so not within a transaction. */
    void spread(Errand errand) {
        boolean known = areKnown();
        var told = ids().stream()
                .filter(lead -> !(ALL_BUT + lead).equals(errand.recipient()))
                .toList();
        if (!known && (told.isEmpty() || errand.tries() < MOST_TRIES)) {
            errands.tried(errand, clock.instant().plus(BackOff.after(errand.tries())));
            return;
        }
        if (told.isEmpty()) {
            log.warn(
                    "Nobody was told, because beforehand.approvers names nobody to tell: {}",
                    errand.message().text());
        }
        errands.spread(errand, told);
    }

    /** Whether Slack has said who is meant by each address and group. */
    private boolean areKnown() {
        var named = settings.financeLeads();
        return named.emails().stream().allMatch(email -> met(email).isPresent() || people.knowsAddress(email))
                && named.groups().stream().allMatch(people::knowsGroup);
    }

    private Optional<String> withAddress(String email) {
        return met(email).or(() -> people.withAddress(email));
    }

    /** Whoever has used Beforehand in Slack with this address. */
    private Optional<String> met(String email) {
        return colleagues.byEmail(email).flatMap(known -> Optional.ofNullable(known.slackUserId()));
    }
}
