package dev.beforehand.slack;

import com.slack.api.Slack;
import com.slack.api.model.User;
import dev.beforehand.letters.Language;
import dev.beforehand.slack.SlackCalls.Care;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who is who in Slack. Asked before an ack, so at once or not at all; not within a transaction. */
@Component
public class SlackPeople {

    /** A click is not to wait for Slack each time; whoever connects is asked about afresh. */
    private static final Duration PERSON_KEPT = Duration.ofHours(1);

    private static final Duration GROUP_KEPT = Duration.ofMinutes(5);

    private final SlackCalls calls;
    private final LastAnswers<SlackUser> people;
    private final LastAnswers<String> addresses;
    private final LastAnswers<List<String>> groups;
    private final LastAnswers<String> team;

    @Autowired
    SlackPeople(Slack slack, SlackSettings settings, SlackProblems problems, Clock clock) {
        this(new SlackCalls(slack, settings.botToken(), problems, Duration.ofMillis(500)), clock);
    }

    SlackPeople(SlackCalls calls, Clock clock) {
        this.calls = calls;
        this.people = new LastAnswers<>(PERSON_KEPT, clock, this::info);
        this.addresses = new LastAnswers<>(PERSON_KEPT, clock, this::lookUp);
        this.groups = new LastAnswers<>(GROUP_KEPT, clock, this::list);
        this.team = new LastAnswers<>(Duration.ofDays(1), clock, self -> ownTeam());
    }

    /** Empty where there is no such person, or Slack has never said. */
    public Optional<SlackUser> person(String id) {
        return people.about(id);
    }

    /** As they are now. */
    public Optional<SlackUser> afresh(String id) {
        return people.afresh(id);
    }

    /** The id of whoever has this address. */
    public Optional<String> withAddress(String email) {
        return addresses.about(email);
    }

    /** Whether Slack has said whose address this is, or that it is nobody's. */
    boolean knowsAddress(String email) {
        return addresses.isAnswered(email);
    }

    /** Whether Slack has said who is in a user group. */
    boolean knowsGroup(String group) {
        return groups.isAnswered(group);
    }

    /** Those in a user group who can use Slack. */
    List<String> members(String group) {
        return groups.about(group).orElse(List.of());
    }

    /** As they are now. */
    List<String> membersAfresh(String group) {
        return groups.afresh(group).orElse(List.of());
    }

    private Reply<SlackUser> info(String id) {
        return calls.call(
                Care.PROMPT,
                "<@" + id + ">",
                slack -> slack.usersInfo(r -> r.user(id).includeLocale(true)),
                answer -> read(answer.getUser()));
    }

    private Reply<String> lookUp(String email) {
        return calls.call(
                Care.PROMPT,
                "",
                slack -> slack.usersLookupByEmail(r -> r.email(email)),
                answer -> answer.getUser().getId());
    }

    private Reply<List<String>> list(String group) {
        return calls.call(
                Care.PROMPT,
                group,
                slack -> slack.usergroupsUsersList(r -> r.usergroup(group).includeDisabled(false)),
                answer -> List.copyOf(answer.getUsers()));
    }

    private Reply<String> ownTeam() {
        return calls.call(
                Care.PROMPT,
                "",
                slack -> slack.authTest(r -> r),
                answer -> answer.getTeamId() == null ? "" : answer.getTeamId());
    }

    private SlackUser read(User user) {
        var profile = user.getProfile();
        var name = user.getRealName() != null ? user.getRealName() : user.getName();
        var guest = user.isRestricted() || user.isUltraRestricted();
        var foreign = user.isStranger() || isOfAnotherTeam(user.getTeamId());
        // Another company's workspace may claim any address for its people.
        var email = profile == null || foreign ? null : profile.getEmail();
        return new SlackUser(
                user.getId(),
                name,
                email,
                guest || foreign,
                user.isDeleted(),
                Language.offered(user.getLocale()).orElse(null),
                zone(user.getTz()));
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private boolean isOfAnotherTeam(@Nullable String teamId) {
        var own = team.about("").orElse("");
        return teamId != null && !own.isEmpty() && !teamId.equals(own);
    }
}
