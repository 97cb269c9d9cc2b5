package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.activity.Activities;
import dev.beforehand.clients.ClientRegister;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.invoices.LedgerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@OnSqlite
@Transactional
@RecordApplicationEvents
@Import({LedgerFixture.class, ClientRegister.class, ClientsFixture.class, ImportedFiles.class, Activities.class})
class LedgerWatchTests {

    private static final String INVOICES = "Number,Client,Due,Total\n1,Mill,2013-07-01,1\n";

    @Autowired
    LedgerFixture ledger;

    @Autowired
    ImportedFiles imported;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    LedgerWatch watch;

    @BeforeEach
    void start() {
        watch = watch(folder.toString(), LedgerFixture.NO_SETTINGS);
    }

    @Test
    void aFileIsTakenInOnceAndAgainWhenItChanged() throws IOException {
        write("invoices.csv", INVOICES);
        write("clients.csv", "Name\nMill\n");
        assertThat(watch.look()).isTrue();
        assertThat(reports()).isEmpty();

        settle();
        assertThat(reports()).extracting(LedgerReport::file).containsExactly("clients.csv", "invoices.csv");

        settle();
        assertThat(reports()).hasSize(2);

        write("invoices.csv", INVOICES + "2,Mill,2013-07-01,1\n");
        settle();
        assertThat(reports()).last().satisfies(report -> {
            assertThat(report.added()).isEqualTo(1);
            assertThat(report.unchanged()).isEqualTo(1);
        });
        assertThat(activities()).hasSize(3).last().asString().startsWith("invoices.csv: 2 rows, 1 new");
    }

    @Test
    void aFileThatKeepsGrowingIsNotRead() throws IOException, InterruptedException {
        write("invoices.csv", "Number,Client,Due,Total\n1,Mill,2013-07-01,1");
        for (int i = 0; i < 8; i++) {
            assertThat(watch.look()).isTrue();
            Files.writeString(folder.resolve("invoices.csv"), Files.readString(folder.resolve("invoices.csv")) + i);
            Thread.sleep(60);
        }
        assertThat(reports()).isEmpty();

        settle();
        assertThat(reports()).hasSize(1);
    }

    @Test
    void aFileThatWasTakenInBeforeTheStartIsNotTakenInAgain() throws IOException {
        write("invoices.csv", INVOICES);
        settle();

        watch = watch(folder.toString(), LedgerFixture.NO_SETTINGS);
        settle();

        assertThat(reports()).hasSize(1);
    }

    @Test
    void anotherSettingIsAReasonToReadAgain() throws IOException {
        write("invoices.csv", "Number,Client,Due,Total\n1,Mill,01/02/2013,1\n");
        settle();
        assertThat(reports())
                .singleElement()
                .extracting(LedgerReport::problem)
                .asString()
                .contains("date-order");

        watch = watch(folder.toString(), LedgerFixture.settings(DateOrder.DMY, null, Map.of(), Map.of()));
        settle();
        assertThat(reports()).last().extracting(LedgerReport::added).isEqualTo(1L);
    }

    @Test
    void aRefusedFileIsToldOnce() throws IOException {
        write("invoices.csv", "Who,What\n1,2\n");

        settle();
        settle();

        assertThat(reports()).hasSize(1);
        assertThat(activities()).singleElement().asString().contains("Name the column");
    }

    @Test
    void aFileThatVanishedIsToldOnceAndChangesNothing() throws IOException {
        write("invoices.csv", INVOICES);
        settle();
        Files.delete(folder.resolve("invoices.csv"));

        settle();
        settle();

        assertThat(reports())
                .hasSize(2)
                .last()
                .extracting(LedgerReport::problem)
                .asString()
                .contains("is not there");
        assertThat(jdbc.sql("select count(*) from invoice").query(Integer.class).single())
                .isEqualTo(1);

        write("invoices.csv", INVOICES + "2,Mill,2013-07-01,1\n");
        settle();
        assertThat(reports()).hasSize(3);
    }

    /** Linux has a regular file that nobody can read from its beginning. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadIsToldOnceAndEndsNothing() {
        watch = watch("/proc/self/mem", LedgerFixture.NO_SETTINGS);

        settle();
        settle();

        assertThat(reports())
                .singleElement()
                .extracting(LedgerReport::problem)
                .asString()
                .startsWith("/proc/self/mem cannot be read");
    }

    @Test
    void oneFileIsALedgerToo() throws IOException {
        write("export.csv", INVOICES);

        watch = watch(folder.resolve("export.csv").toString(), LedgerFixture.NO_SETTINGS);
        settle();

        assertThat(reports()).extracting(LedgerReport::file).containsExactly("export.csv");
    }

    @Test
    void withoutALedgerNothingIsLookedAt() {
        assertThat(watch("", LedgerFixture.NO_SETTINGS).look()).isFalse();
        assertThat(reports()).isEmpty();
    }

    private LedgerWatch watch(String place, LedgerSettings settings) {
        return new LedgerWatch(
                ledger.invoicesFile(settings),
                ledger.clientsFile(settings),
                imported,
                settings,
                new LedgerPlace(place, CurrencyUnit.EUR),
                publisher);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void settle() {
        await().pollInSameThread().pollInterval(Duration.ofMillis(50)).until(() -> !watch.look());
    }

    private List<LedgerReport> reports() {
        return events.stream(LedgerImported.class).map(LedgerImported::report).toList();
    }

    private List<String> activities() {
        return jdbc.sql("select detail from activity order by id")
                .query(String.class)
                .list();
    }
}
