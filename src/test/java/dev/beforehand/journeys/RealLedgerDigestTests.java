package dev.beforehand.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way of a real ledger, from IBM's sample file to the digest in the channel. */
class RealLedgerDigestTests {

    private static final Path FILE =
            Path.of(System.getProperty("beforehand.data", "../shared/data"), "ibm_accounts_receivable.csv");

    @BeforeAll
    static void find() {
        if (!Files.exists(FILE)) {
            System.out.println("SKIPPED RealLedgerDigestTests: " + FILE
                    + " is not there; -Dbeforehand.data=DIR says where it is.");
        }
        assumeTrue(Files.exists(FILE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2012-12-31 | 99 open invoices worth €5,725.06: 2 due today (€69.21), 9 due in the next 7 days (€625.94), 13 overdue (€788.74).
            2013-06-17 | 95 open invoices worth €6,080.86: 1 due today (€99.85), 10 due in the next 7 days (€682.01), 9 overdue (€674.02).""")
    void saysWhatIsOpenDueAndOverdue(String day, String headline) {
        try (var practice = new PracticeRun(LocalDate.parse(day), FILE)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !practice.inReceivables().isEmpty());
            var digest = practice.inReceivables().getFirst();

            assertThat(digest.text()).isEqualTo(headline);
            assertThat(digest.blocks().toString()).contains("clients with open invoices have no contact");
        }
    }
}
