package dev.beforehand.invoices.ledger;

import static dev.beforehand.database.TestClock.MONDAY;
import static dev.beforehand.invoices.ledger.LedgerFixture.NO_SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.invoices.OpenInvoices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is looked at before an import, and what is exported and comes back. The day is Monday, 17 June 2013. */
@Transactional
@Import({LedgerFixture.class, ClientsFixture.class, Invoices.class})
abstract class LedgerRoundTripContract {

    private static final String[] LEDGER = {
        "Number,Client,Issued,Due,Total,Paid,Currency,Disputed,Settled,Voided date,Status",
        "INV-1,Mill Bakery,2013-06-01,2013-06-10,1234.50,34.50,GBP,yes,,,",
        "=1+1,\"=HYPERLINK(\"\"http://x\"\",\"\"Quartet, The\"\")\",2013-06-01,2013-07-01,10,0,EUR,,,,",
        "@cmd,+49 Ltd,2013-06-01,2013-07-02,1.2340,0,KWD,,,,",
        "'quoted,-Minus & Söhne,2013-06-01,2013-07-03,500,0,JPY,,,,",
        "''=two,'Apostrophe,2013-06-01,2013-07-04,5,0,EUR,,,,",
        "SOON-PAID,Harbour,2013-06-01,2013-07-05,9,4,EUR,,2013-06-20,,",
        "SOON-LESS,Harbour,2013-06-01,2013-07-05,9,4,EUR,,2013-06-21,,Paid",
        "SOON-VOID,Harbour,2013-06-01,2013-07-05,9,0,EUR,,,2013-06-22,Void",
        "PAID,Harbour,2013-06-01,2013-07-05,9,9,EUR,,,,Paid",
    };

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Invoices invoices;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void itIsMonday() {
        clock.moveTo(MONDAY, LocalTime.NOON);
    }

    @Test
    void anExportIsReadBackAsItWas() {
        ledger.invoices(LEDGER);
        var before = stored();

        var file = export(new OpenInvoices.All(), NO_SETTINGS);

        assertThat(file)
                .startsWith("\ufeffinvoice number,client,")
                .doesNotContain("PAID,Harbour,2013-06-01,2013-07-05,EUR,9.00,9");
        assertThat(file.lines().skip(1))
                .hasSize(8)
                .noneMatch(line -> line.matches("^\"?[=+@-].*") || line.matches(".*,\"?[=+@-].*"));
        var again = ledger.invoices(NO_SETTINGS, ledger.write("again.csv", file));
        assertThat(again.unchanged()).isEqualTo(8);
        assertThat(again.refusals()).isEmpty();
        assertThat(stored()).isEqualTo(before);

        jdbc.sql("delete from invoice").update();
        ledger.invoices(NO_SETTINGS, ledger.write("again.csv", file));
        assertThat(stored())
                .isEqualTo(before.stream()
                        .filter(line -> !line.startsWith("PAID "))
                        .toList());
    }

    @Test
    void anExportHasTheHeadersThatTheSettingsName() {
        ledger.invoices(LEDGER);
        var settings = LedgerFixture.settings(null, null, Map.of("number", "Rechnungs-Ref"), Map.of());

        var file = export(new OpenInvoices.All(), settings);

        assertThat(ledger.invoices(settings, ledger.write("again.csv", file)).unchanged())
                .isEqualTo(8);
    }

    @Test
    void eachExportHasWhatWasAskedFor() {
        ledger.invoices(LEDGER);
        ledger.clients("Name,Account manager e-mail", "Mill Bakery,ana@brightwater.example");
        var harbour = jdbc.sql("select id from client where name = 'Harbour'")
                .query(Long.class)
                .single();
        var ana = jdbc.sql("select id from colleague").query(Long.class).single();

        assertThat(numbers(new OpenInvoices.Overdue())).containsExactly("INV-1");
        assertThat(numbers(new OpenInvoices.Due(15))).containsExactly("'=1+1", "'@cmd");
        assertThat(numbers(new OpenInvoices.LookedAfterBy(new ColleagueId(ana))))
                .containsExactly("INV-1");
        assertThat(numbers(new OpenInvoices.Of(List.of(new ClientId(harbour)))))
                .containsExactly("SOON-LESS", "SOON-PAID", "SOON-VOID");
    }

    @Test
    void aPreviewSaysWhatTheImportWillSayAndChangesNothing() throws IOException {
        ledger.invoices(LEDGER);
        var before = stored();
        var file = ledger.write("next.csv", """
                Number,Client,Issued,Due,Total,Paid,Currency,Status
                INV-1,Somebody New,2013-06-01,2013-06-10,1234.50,34.50,GBP,
                PAID,Harbour,2013-06-01,2013-07-05,9,0,EUR,Open
                NEW,Harbour,2013-06-01,2013-07-05,7,0,EUR,
                BAD,Harbour,2013-06-01,soon,7,0,EUR,
                """);
        var refused = new ArrayList<Refusal>();

        var preview = ledger.invoicesFile(NO_SETTINGS).preview(file, true, refused::add);

        assertThat(stored()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from client where name = 'Somebody New'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(refused).singleElement().extracting(Refusal::line).isEqualTo(5L);
        assertThat(preview.reopened()).isEqualTo(1);
        assertThat(preview.amounts()).hasToString("[EUR 16.00, GBP 1234.50]");
        assertThat(preview.open()).hasToString("[EUR 16.00, GBP 1200.00]");
        var report = ledger.invoices(NO_SETTINGS, file);
        assertThat(preview.report())
                .usingRecursiveComparison()
                .ignoringFields("took")
                .isEqualTo(report);
        assertThat(report.missing()).isEqualTo(7);
    }

    @Test
    void rowsThatAreAddedLeaveTheRestAsItIs() throws IOException {
        ledger.invoices(LEDGER);
        var file = ledger.write("more.csv", "Number,Client,Due,Total\nNEW,Harbour,2013-07-05,7\n");

        var report = ledger.invoicesFile(NO_SETTINGS).add(file);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.missing()).isZero();
        assertThat(jdbc.sql("select count(*) from invoice where missing")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> numbers(OpenInvoices which) {
        return export(which, NO_SETTINGS)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
    }

    private String export(OpenInvoices which, LedgerSettings settings) {
        var file = new ByteArrayOutputStream();
        try {
            new InvoicesExport(invoices, settings, clock).write(which, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString(StandardCharsets.UTF_8);
    }

    private List<String> stored() {
        return jdbc.sql("""
                        select i.number, c.name, issued_on, due_on, currency, total, paid, open_until, closed_by, disputed
                        from invoice i join client c on c.id = i.client_id order by i.number_key""")
                .query((row, number) -> {
                    var line = new StringBuilder();
                    for (int i = 1; i <= 9; i++) {
                        line.append(row.getString(i)).append(' ');
                    }
                    return line.append(row.getBoolean(10)).toString();
                })
                .list();
    }

    @OnSqlite
    static class OnSqliteTests extends LedgerRoundTripContract {}

    @OnPostgres
    static class OnPostgresTests extends LedgerRoundTripContract {}
}
