package dev.beforehand.slack;

import static dev.beforehand.slack.FakeSlack.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.letters.Phrases;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(Colleagues.class)
class CurrentColleagueTests {

    @Autowired
    Colleagues colleagues;

    @Autowired
    JdbcClient jdbc;

    final FakeSlack fake = new FakeSlack();
    final Slack slack = SlackClients.connect(fake.apiUrl(), Duration.ofSeconds(2));
    final SlackPeople people = new SlackPeople(
            new SlackCalls(slack, "xoxb-test", new SlackProblems(Phrases.packaged()), Duration.ofMillis(5)),
            Clock.systemUTC());

    @AfterEach
    void close() throws Exception {
        fake.close();
        slack.close();
    }

    @Test
    void aColleagueIsAskedAboutOnceAndIsTheOneTheLedgerKnows() {
        jdbc.sql("insert into colleague (name, email) values ('A. Ruiz', 'ana@brightwater.example')")
                .update();
        var current = new CurrentColleague(colleagues, people);

        var ana = current.of("U0PANA");

        assertThat(ana.email()).isEqualTo("ana@brightwater.example");
        assertThat(current.of("U0PANA")).isEqualTo(ana);
        assertThat(fake.received("users.info")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from colleague")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("delete from colleague").update();
    }

    @Test
    void nothingIsDoneInTheNameOfSomebodySlackDoesNotKnow() {
        fake.answers("users.info", error("user_not_found"));

        assertThatThrownBy(() -> new CurrentColleague(colleagues, people).of("U0GHOST"))
                .hasMessageContaining("U0GHOST");
        assertThat(colleagues.bySlackUser("U0GHOST").map(Colleague::name)).isEmpty();
    }
}
