package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.clients.ClientDirectory;
import dev.beforehand.clients.ClientRegister;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.invoices.LedgerReport.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({LedgerFixture.class, ClientRegister.class, ClientDirectory.class, Colleagues.class})
abstract class ClientsFileContract {

    private static final String HEADER =
            "Name,Contact e-mail,Contact name,Account manager's e-mail,Language,Time zone,Country";

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Colleagues colleagues;

    @Autowired
    JdbcClient jdbc;

    @Test
    void clientsAreMatchedByNameAndOnlyWhatChangedIsChanged() {
        ledger.invoices("Number,Client,Due,Total", "1,Mill  Bakery,2013-07-01,1");
        var lines = new String[] {
            HEADER,
            "MILL BAKERY,pay@mill.example,Tom,Ana@Brightwater.example,en,Europe/London,United Kingdom",
            "Isar AG,pay@isar.example,,ben.okafor@brightwater.example,de_CH,Europe/Zurich,ch",
            "Nobody Ltd,,,,,,"
        };

        var first = ledger.clients(lines);
        assertThat(List.of(first.added(), first.changed(), first.unchanged(), first.refused()))
                .containsExactly(2L, 1L, 0L, 0L);
        assertThat(stored())
                .containsExactly(
                        "Isar AG|pay@isar.example|null|Ben Okafor|de-CH|Europe/Zurich|CH",
                        "Mill  Bakery|pay@mill.example|Tom|Ana|en|Europe/London|GB",
                        "Nobody Ltd|null|null|null|null|null|null");

        lines[2] = "Isar AG,new@isar.example,,,de_CH,Europe/Zurich,ch";
        var second = ledger.clients(lines);
        assertThat(List.of(second.added(), second.changed(), second.unchanged()))
                .containsExactly(0L, 1L, 2L);
        assertThat(stored()).first().isEqualTo("Isar AG|new@isar.example|null|null|de-CH|Europe/Zurich|CH");
    }

    @Test
    void aColumnThatIsNotThereLeavesWhatIsKnown() {
        ledger.clients(HEADER, "Mill,pay@mill.example,Tom,ana@brightwater.example,en,Europe/London,GB");

        ledger.clients("Name,Contact name", "Mill,Tim");

        assertThat(stored()).containsExactly("Mill|pay@mill.example|Tim|Ana|en|Europe/London|GB");
    }

    @Test
    void theLedgersAccountManagerIsThePersonInSlack() {
        colleagues.met("U0PANA", "ana@brightwater.example", "Ana Ruiz");

        ledger.clients(
                "Name,Account manager's e-mail,Account manager's name", "Mill,ANA@brightwater.example,Ms A. Ruiz");

        assertThat(stored()).containsExactly("Mill|null|null|Ana Ruiz|null|null|null");
        assertThat(jdbc.sql("select count(*) from colleague")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void badRowsAreRefusedAndTheRestGoesIn() {
        var report = ledger.clients(
                HEADER,
                "A,not an address,,,,,",
                "B,\"x@y.example, z@y.example\",,,,,",
                "C,,,ana,,,",
                "D,,,,Klingon,,",
                "E,,,,,London,",
                "F,,,,,,Atlantis",
                ",pay@mill.example,,,,,",
                "Good,,,,,,",
                "good,,,,,,");

        assertThat(report.refusals().stream().map(Refusal::sentence))
                .containsExactly(
                        "Line 2, contact e-mail: 'not an address' is no e-mail address. Write one, like accounts@client.example.",
                        "Line 3, contact e-mail: 'x@y.example, z@y.example' is no e-mail address. Write one, like accounts@client.example.",
                        "Line 4, account manager's e-mail: 'ana' is no e-mail address. Write one, like accounts@client.example.",
                        "Line 5, language: 'Klingon' is no language. Write its code, like en or de-CH.",
                        "Line 6, time zone: 'London' is no time zone. Write one like Europe/London.",
                        "Line 7, country: 'Atlantis' is no country. Write its code, like GB.",
                        "Line 8, name: '' is empty, and every row needs it.",
                        "Line 10, name: 'good' stands in line 9 already; that row was taken. Leave one of them.");
        assertThat(stored()).containsExactly("Good|null|null|null|null|null|null");
    }

    @Test
    void aLineBreakCannotComeInWithAnAddress() {
        var report = ledger.clients(HEADER, "A,\"a@b.example\nBcc: x@y.example\",,,,,");

        assertThat(report.refused()).isEqualTo(1);
    }

    @Test
    void aFileWithoutNamesIsRefused() {
        assertThatThrownBy(() -> ledger.clients("Phone,E-mail", "1,a@b.example"))
                .hasMessage(
                        "clients.csv was not imported: line 1 has no column for name. Its headers are 'Phone', 'E-mail'."
                                + " Name the column: beforehand.ledger.columns.clientname=<header>.");
    }

    private List<String> stored() {
        return jdbc.sql("""
                        select c.*, m.name as manager from client c left join colleague m on m.id = c.account_manager_id
                        order by c.name""")
                .query((row, n) -> String.join(
                        "|",
                        row.getString("name"),
                        row.getString("contact_email"),
                        row.getString("contact_name"),
                        row.getString("manager"),
                        row.getString("language"),
                        row.getString("time_zone"),
                        row.getString("country")))
                .list();
    }

    @OnSqlite
    static class OnSqliteTests extends ClientsFileContract {}

    @OnPostgres
    static class OnPostgresTests extends ClientsFileContract {}
}
