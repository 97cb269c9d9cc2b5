package dev.beforehand.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({Colleagues.class, Clients.class, TestLedger.class})
abstract class ColleaguesContract {

    @Autowired
    Colleagues colleagues;

    @Autowired
    Clients clients;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whomTheLedgerNamedByAddressIsTheSamePersonInSlack() {
        jdbc.sql("insert into colleague (email, name) values ('ana@brightwater.example', 'ana')")
                .update();

        var met = colleagues.met("U0PANA", "Ana@Brightwater.example", "Ana Ruiz");

        assertThat(met.name()).isEqualTo("Ana Ruiz");
        assertThat(colleagues.byEmail("ANA@brightwater.example")).contains(met);
        assertThat(colleagues.met("U0PANA", "ana@brightwater.example", "Ana Ruiz"))
                .isEqualTo(met);
    }

    @Test
    void somebodyWithoutAnAddressIsKnownBySlackAlone() {
        var guest = colleagues.met("U0GUEST", null, "Guest");

        assertThat(colleagues.bySlackUser("U0GUEST")).contains(guest);
        assertThat(colleagues.find(guest.id())).contains(guest);
    }

    @Test
    void aClientIsReadWithItsContact() {
        var id = ledger.client("Harbour Books", ledger.colleague("Ana Ruiz"));

        var client = clients.find(id).orElseThrow();
        assertThat(client.contactName()).isEqualTo("Accounts");
        assertThat(client.contactEmail()).isEqualTo("accounts@client.example");
        assertThat(clients.all(List.of(id))).containsExactly(client);
    }

    @Test
    void aClientThatSaidNothingGetsOneLetterForAllAndThanks() {
        var id = ledger.client("Harbour Books", ledger.colleague("Ana Ruiz"));

        assertThat(clients.find(id).orElseThrow().preferences())
                .isEqualTo(new Preferences(null, null, null, false, false, null, true));
    }

    @OnSqlite
    static class OnSqliteTests extends ColleaguesContract {}

    @OnPostgres
    static class OnPostgresTests extends ColleaguesContract {}
}
