package dev.beforehand.slack;

import static dev.beforehand.slack.FakeSlack.error;
import static dev.beforehand.slack.FakeSlack.json;
import static dev.beforehand.slack.FakeSlack.status;
import static dev.beforehand.slack.FakeSlack.tooMany;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import dev.beforehand.database.TestClock;
import dev.beforehand.letters.Phrases;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackPeopleTests {

    final FakeSlack fake = new FakeSlack();
    final TestClock clock = new TestClock();
    final Slack slack = SlackClients.connect(fake.apiUrl(), Duration.ofSeconds(2));
    SlackPeople people;

    @BeforeEach
    void connect() {
        var problems = new SlackProblems(Phrases.packaged());
        people = new SlackPeople(new SlackCalls(slack, "xoxb-test", problems, Duration.ofMillis(1)), clock);
    }

    @AfterEach
    void close() throws Exception {
        fake.close();
        slack.close();
    }

    @Test
    void aPersonHasANameAndAnAddress() {
        assertThat(people.person("U0PANA"))
                .contains(new SlackUser("U0PANA", "Ana Ruiz", "ana@brightwater.example", false, false, null, null));
    }

    @Test
    void aPersonIsWhereSlackSays() {
        fake.knows("U0KIM", "Kim Ito", "kim@x.example", ",\"tz\":\"Asia/Tokyo\"");
        fake.knows("U0NEMO", "Nemo", "nemo@x.example", ",\"tz\":\"Sea/Bottom\"");

        assertThat(people.person("U0KIM").map(SlackUser::zone)).contains(ZoneId.of("Asia/Tokyo"));
        assertThat(people.person("U0NEMO").map(SlackUser::zone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"is_restricted\":true       | true  | false | felix@x.example",
                "\"is_ultra_restricted\":true | true  | false | felix@x.example",
                "\"is_stranger\":true         | true  | false | -",
                "\"team_id\":\"T0OTHER\"      | true  | false | -",
                "\"team_id\":\"T0OWN\"        | false | false | felix@x.example",
                "\"deleted\":true             | false | true  | felix@x.example"
            })
    void guestsAndPeopleOfOtherCompaniesAreOutsiders(String flag, boolean outsider, boolean deactivated, String email) {
        fake.answers("auth.test", json("{\"ok\":true,\"team_id\":\"T0OWN\"}"));
        fake.knows("U0FELIX", "Felix Grant", "felix@x.example", "," + flag);

        assertThat(people.person("U0FELIX"))
                .contains(new SlackUser("U0FELIX", "Felix Grant", email, outsider, deactivated, null, null));
    }

    @Test
    void aGroupIsAskedForEachFewMinutesAndItsLastAnswerStandsWhileSlackIsAway() {
        fake.answers(
                "usergroups.users.list",
                json("{\"ok\":true,\"users\":[\"U0PDANA\",\"U0PEVA\"]}"),
                status(503),
                json("{\"ok\":true,\"users\":[\"U0PEVA\"]}"),
                error("no_such_subteam"));

        assertThat(people.members("S0LEADS")).containsExactly("U0PDANA", "U0PEVA");
        assertThat(people.members("S0LEADS")).containsExactly("U0PDANA", "U0PEVA");
        at("08:36");
        assertThat(people.members("S0LEADS")).as("Slack is away").containsExactly("U0PDANA", "U0PEVA");
        assertThat(people.members("S0LEADS"))
                .as("and is not asked at each click")
                .hasSize(2);
        assertThat(fake.received("usergroups.users.list")).hasSize(2);
        at("08:38");
        assertThat(people.members("S0LEADS")).as("Slack is back").containsExactly("U0PEVA");
        at("08:44");
        assertThat(people.members("S0LEADS")).as("the group was deleted").isEmpty();
    }

    @Test
    void nobodyWithAnAddressIsAnAnswerToo() {
        fake.answers(
                "users.lookupByEmail", json("{\"ok\":true,\"user\":{\"id\":\"U0PDANA\"}}"), error("users_not_found"));

        assertThat(people.withAddress("dana@brightwater.example")).contains("U0PDANA");
        assertThat(people.withAddress("nobody@brightwater.example")).isEmpty();
        assertThat(people.withAddress("nobody@brightwater.example")).isEmpty();
        assertThat(fake.received("users.lookupByEmail")).hasSize(2);
    }

    @Test
    void whereSlackIsAskedTooMuchNobodyElseIsAskedAboutForAWhile() {
        fake.answers("users.info", tooMany(1));

        assertThat(people.person("U0PANA")).isEmpty();
        assertThat(people.person("U0PBEN")).isEmpty();
        assertThat(fake.received("users.info")).hasSize(1);
        at("08:36");
        assertThat(people.person("U0PBEN")).isPresent();
    }

    private void at(String time) {
        clock.moveTo(TestClock.MONDAY, LocalTime.parse(time));
    }
}
