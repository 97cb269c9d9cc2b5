package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.Invoices;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Each test begins on a Monday at ten with one client, Harbour Books, whose account manager is Ana Ruiz. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(RemindersFixture.class)
abstract class LettersContract {

    static final LocalTime TEN = LocalTime.of(10, 0);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final LocalDate THURSDAY = MONDAY.plusDays(3);

    @Autowired
    Reminders reminders;

    @Autowired
    LetterDecisions decisions;

    @Autowired
    LetterRequests requests;

    @Autowired
    ReminderJob job;

    @Autowired
    Departures departures;

    @Autowired
    Invoices invoices;

    @Autowired
    FakePost post;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    ColleagueId ana;
    ClientId harbour;

    @BeforeEach
    void oneClient() {
        post.reset();
        RemindersFixture.empty(jdbc);
        clock.moveTo(MONDAY, TEN);
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
    }

    void cadences(String words) {
        jdbc.sql("insert into cadence_file (words, since) values (?, 0)")
                .param(words)
                .update();
    }

    /** Harbour Books has written. */
    void incoming(String kind, String state) {
        jdbc.sql("""
                        insert into incoming_mail (mail_key, client_id, from_address, subject, text, kind, known_sender,
                            cut_off, arrived_at, state)
                        values ('k', ?, 'jo@client.example', 'Re', 'We pay soon', ?, true, false, 0, ?)""").params(harbour.value(), kind, state).update();
    }

    /** The letter of this client that is not cancelled. */
    Reminder the(String client) {
        return jdbc.sql("select r.id from reminder r join client c on c.id = r.client_id"
                        + " where c.name = ? and r.state <> 'CANCELLED'")
                .param(client)
                .query((row, number) ->
                        reminders.find(new ReminderId(row.getLong(1))).orElseThrow())
                .single();
    }

    static <T> T theOnly(List<T> some) {
        assertThat(some).hasSize(1);
        return some.getFirst();
    }
}
