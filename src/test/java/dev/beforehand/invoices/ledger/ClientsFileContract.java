package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientRegister;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Sentence;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({LedgerFixture.class, ClientRegister.class, ClientsFixture.class, Clients.class, Colleagues.class})
abstract class ClientsFileContract {

    private static final String HEADER =
            "Name,Contact e-mail,Contact name,Account manager's e-mail,Language,Time zone,Country";

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Colleagues colleagues;

    @Autowired
    Clients clients;

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

        assertThat(report.refusals().stream().map(Refusal::sentence).map(Sentence::toString))
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
    void aClientIsWrittenToAsItWants() {
        var header = "Name,Country,Region,Tag,CC,Pay run,Purchase order,Letters,Statement,Salutation,Thanks";
        ledger.clients(
                header,
                "Isar AG,Deutschland,Bayern,Key  account,\"a@isar.example; b@isar.example,a@isar.example\",Do.,PO 7,"
                        + "per invoice,ja,\"Sehr geehrte Frau Weiß,\",no",
                "Mill,GB,GB-ENG,,,wednesday,,combined,FALSE,,yes",
                "Nobody Ltd,,,,,,,,,,");

        assertThat(preferences())
                .containsExactly(
                        "Isar AG|by|Key  account|a@isar.example;b@isar.example|THURSDAY|PO 7|true|true|Sehr geehrte Frau Weiß|false",
                        "Mill|eng|null|null|WEDNESDAY|null|false|false|null|true",
                        "Nobody Ltd|null|null|null|null|null|false|false|null|true");

        var again = ledger.clients("Name,Letters,Salutation,Thanks", "Isar AG,,,");

        assertThat(again.changed()).isEqualTo(1);
        assertThat(preferences())
                .first()
                .isEqualTo("Isar AG|by|Key  account|a@isar.example;b@isar.example|THURSDAY|PO 7|false|true|null|true");
    }

    @Test
    void whatAClientWantsIsRefusedWhereItCannotBeRead() {
        var report = ledger.clients(
                "Name,Country,Region,CC,Pay run,Purchase order,Letters,Statement,Salutation,Thanks",
                "A,GB,by,,,,,,,",
                "B,,eng,,,,,,,",
                "C,NP,Bagmati,,,,,,,",
                "D,,,a@b.example; tom,,,,,,",
                "E,,,;,,,,,,",
                "F,,,,15th,,,,,",
                "G,,,,," + "9".repeat(201) + ",,,,",
                "H,,,,,,weekly,,,",
                "I,,,,,,,perhaps,,",
                "J,,,,,,,,Frau,",
                "K,,,,,,,,Dear\u0007 Jo,",
                "L,,,\"a@b.example\nBcc: x@y.example\",,,,,,");

        assertThat(report.refusals().stream().map(Refusal::sentence).map(Sentence::toString))
                .containsExactly(
                        "Line 2, region: 'by' is no region of GB. Write one of eng, nir, sct, wls, or leave the cell empty.",
                        "Line 3, region: 'eng' stands there without its country. Write that too, like GB.",
                        "Line 4, region: 'Bagmati' is no region: holidays of NP are known for the whole country only. Leave the cell empty.",
                        "Line 5, cc: 'tom' is no e-mail address. Write one, like accounts@client.example.",
                        "Line 6, cc: ';' is no list of addresses. Write one to 10, with a semicolon between them.",
                        "Line 7, pay run: '15th' is no day of the week. Write one like Thursday.",
                        "Line 8, purchase order: '" + "9".repeat(59) + "…' is longer than 200 characters.",
                        "Line 9, letters: 'weekly' says nothing about letters. Write combined or per invoice.",
                        "Line 10, statement: 'perhaps' is neither yes nor no. Write one of them.",
                        "Line 11, salutation: 'Frau' is a title. Write how a letter begins, like Dear Ms Weiss.",
                        "Line 12, salutation: 'Dear  Jo' has characters that are no text.",
                        "Line 13, cc: 'Bcc: x@y.example' is no e-mail address. Write one, like accounts@client.example.");
        assertThat(stored()).isEmpty();
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

    private List<String> preferences() {
        return clients
                .all(jdbc.sql("select id from client").query(Long.class).list().stream()
                        .map(ClientId::new)
                        .toList())
                .stream()
                .sorted(Comparator.comparing(Client::name))
                .map(client -> {
                    var wants = client.preferences();
                    return "%s|%s|%s|%s|%s|%s|%s|%s|%s|%s"
                            .formatted(
                                    client.name(),
                                    client.region(),
                                    client.tag(),
                                    wants.ccEmails(),
                                    wants.payRun(),
                                    wants.purchaseOrder(),
                                    wants.letterPerInvoice(),
                                    wants.statement(),
                                    wants.salutation(),
                                    wants.thanks());
                })
                .toList();
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
