package dev.beforehand.invoices.ledger;

import static dev.beforehand.database.TestClock.MONDAY;
import static dev.beforehand.invoices.ledger.LedgerFixture.NO_SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.clients.ClientRegister;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The test's day is Monday, 17 June 2013. */
@Transactional
@Import({LedgerFixture.class, ClientRegister.class, ClientsFixture.class})
abstract class InvoicesFileContract {

    private static final String HEADER = "Number,Client,Issued,Due,Total,Paid,Status,Settled,Currency,Disputed";

    @Autowired
    LedgerFixture ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void itIsMonday() {
        clock.moveTo(MONDAY, LocalTime.NOON);
    }

    @Test
    void xerosLinesOfOneInvoiceAreOneInvoice() {
        var report = ledger.invoices(
                "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Description,LineAmount,Currency,Type,Status",
                "Harbour Books,INV-1,13/06/2013,25/06/2013,120.00,20.00,100.00,Shelves,100.00,GBP,Sales invoice,Awaiting Payment",
                "Harbour Books,INV-1,13/06/2013,25/06/2013,120.00,20.00,100.00,Delivery,20.00,GBP,Sales invoice,Awaiting Payment",
                "Mill Bakery,INV-2,01/05/2013,31/05/2013,80.00,80.00,0.00,Flour,80.00,GBP,Sales invoice,Paid",
                "Mill Bakery,INV-3,01/05/2013,31/05/2013,80.00,0.00,80.00,Flour,80.00,GBP,Sales invoice,Voided",
                "Mill Bakery,INV-4,01/05/2013,31/05/2013,80.00,0.00,80.00,Flour,80.00,GBP,Sales invoice,Draft",
                "Mill Bakery,CN-1,01/05/2013,,80.00,0.00,80.00,Flour,80.00,GBP,Sales credit note,Awaiting Payment");

        assertThat(counts(report)).isEqualTo("6 rows, 3 new, 0 changed, 0 unchanged, 3 left out, 0 refused");
        assertThat(stored())
                .containsExactly(
                        "INV-1 Harbour Books 2013-06-13 2013-06-25 GBP 12000-2000 until 9999-12-31",
                        "INV-2 Mill Bakery 2013-05-01 2013-05-31 GBP 8000-0 until 2013-06-17 PAYMENT noted",
                        "INV-3 Mill Bakery 2013-05-01 2013-05-31 GBP 8000-0 until 2013-06-17 VOID noted");
    }

    @Test
    void quickBooksReportWithItsTitlesAndSums() {
        var report = ledger.invoices(
                "Brightwater Supplies,,,,,,,",
                "Invoice List by Date,,,,,,,",
                "\"January 1-June 17, 2013\",,,,,,,",
                "",
                "Date,Transaction type,Num,Name,Memo,Due date,Amount,Open balance",
                "5/19/2013,Invoice,1001,\"Quartet, The\",,6/18/2013,\"1,100.00\",100.00",
                "5/20/2013,Invoice,1002,Mill Bakery,,6/19/2013,50.00,0.00",
                "5/20/2013,Payment,,Mill Bakery,,,-50.00,0.00",
                "TOTAL,,,,,,\"$1,150.00\",$100.00",
                "",
                "",
                "\" Monday, June 17, 2013 09:30 AM GMT+01:00\",,,,,,,");

        assertThat(counts(report)).isEqualTo("5 rows, 2 new, 0 changed, 0 unchanged, 3 left out, 0 refused");
        assertThat(stored())
                .containsExactly(
                        "1001 Quartet, The 2013-05-19 2013-06-18 EUR 110000-100000 until 9999-12-31",
                        "1002 Mill Bakery 2013-05-20 2013-06-19 EUR 5000-0 until 2013-06-17 PAYMENT noted");
    }

    @Test
    void stripesAmountDueIsNotWhatIsLeft() {
        var report = ledger.invoices(
                "id,Customer,Status,Currency,Amount Due,Total,Amount Paid,Customer Name,Date (UTC),Due Date (UTC),Paid At (UTC),Voided At (UTC),Number,Paid",
                "in_1,cus_1,open,usd,100.00,100.00,40.00,Copper Tools,2013-06-01 10:22,2013-07-01 10:22,,,A-1,false",
                "in_2,cus_1,paid,usd,100.00,100.00,100.00,Copper Tools,2013-06-01 10:22,,2013-06-03 00:10,,A-2,true",
                "in_3,cus_1,void,jpy,500,500,0,Copper Tools,2013-06-01 10:22,2013-07-01 10:22,,2013-06-05 11:00,A-3,false",
                "in_4,cus_1,uncollectible,usd,9.99,9.99,0.00,Copper Tools,2013-06-01 10:22,2013-07-01 10:22,,,A-4,false",
                "in_5,cus_1,draft,usd,9.99,9.99,0.00,Copper Tools,2013-06-01 10:22,,,,,false");

        assertThat(counts(report)).isEqualTo("5 rows, 4 new, 0 changed, 0 unchanged, 1 left out, 0 refused");
        assertThat(stored())
                .containsExactly(
                        "A-1 Copper Tools 2013-06-01 2013-07-01 USD 10000-4000 until 9999-12-31",
                        "A-2 Copper Tools 2013-06-01 2013-06-01 USD 10000-0 until 2013-06-03 PAYMENT noted",
                        "A-3 Copper Tools 2013-06-01 2013-07-01 JPY 500-0 until 2013-06-05 VOID noted",
                        "A-4 Copper Tools 2013-06-01 2013-07-01 USD 999-0 until 2013-06-17 VOID noted");
    }

    @Test
    void whatNobodyPaidThoughNothingIsOwedWasCredited() {
        ledger.invoices(
                "Number,Client,Issued,Due,Total,Amount Paid,Balance,Status,Paid At",
                "1,Mill,2013-05-01,2013-06-01,10.00,0.00,0.00,Paid,",
                "2,Mill,2013-05-01,2013-06-01,10.00,0.00,0.00,,",
                "3,Mill,2013-05-01,2013-06-01,10.00,,0.00,Credited,",
                "4,Mill,2013-05-01,2013-06-01,10.00,10.00,0.00,Paid,",
                "5,Mill,2013-05-01,2013-06-01,10.00,,0.00,Paid,",
                "6,Mill,2013-05-01,2013-06-01,10.00,0.00,0.00,Paid,2013-06-03",
                "7,Mill,2013-05-01,2013-06-01,10.00,3.00,0.00,,",
                "8,Mill,2013-05-01,2013-06-01,10.00,3.00,,Paid,2013-06-03",
                "9,Mill,2013-05-01,2013-06-01,10.00,11.00,0.00,Paid,");

        assertThat(stored())
                .extracting(line -> line.replaceAll("^(\\d).* (VOID|PAYMENT|PART_PAYMENT) .*", "$1 $2"))
                .containsExactly(
                        "1 VOID",
                        "2 VOID",
                        "3 VOID",
                        "4 PAYMENT",
                        "5 PAYMENT",
                        "6 PART_PAYMENT",
                        "7 PART_PAYMENT",
                        "8 PART_PAYMENT",
                        "9 PAYMENT");
    }

    @Test
    void whatIsDatedAfterTodayTakesEffectOnItsDay() {
        ledger.invoices(
                "Number,Client,Issued,Due,Total,Settled,Disputed",
                "1,Mill,2013-05-01,2013-06-01,10.00,2013-06-20,No",
                "2,Mill,2013-07-01,2013-08-01,10.00,,Yes");

        assertThat(stored())
                .containsExactly(
                        "1 Mill 2013-05-01 2013-06-01 EUR 1000-0 until 2013-06-20 PAYMENT",
                        "2 Mill 2013-07-01 2013-08-01 EUR 1000-0 until 9999-12-31 disputed");
    }

    @Test
    void readingAgainChangesOnlyWhatChanged() {
        ledger.invoices(HEADER, row("1", "10.00", "0", ""), row("2", "10.00", "0", ""), row("3", "10.00", "", "Paid"));

        var same = ledger.invoices(
                HEADER, row("1", "10.00", "0", ""), row("2", "10", "", ""), row("3", "10.00", "", "Paid"));
        assertThat(counts(same)).isEqualTo("3 rows, 0 new, 0 changed, 3 unchanged, 0 left out, 0 refused");

        clock.moveTo(MONDAY.plusDays(3), LocalTime.NOON);
        var next = ledger.invoices(
                HEADER,
                row("1", "10.00", "4", ""),
                row("2", "10.00", "10.00", ""),
                row("3", "10.00", "", "Paid"),
                row("4", "10.00", "", ""));
        assertThat(counts(next)).isEqualTo("4 rows, 1 new, 2 changed, 1 unchanged, 0 left out, 0 refused");
        assertThat(stored())
                .containsExactly(
                        "1 Mill 2013-05-01 2013-06-30 EUR 1000-400 until 9999-12-31",
                        "2 Mill 2013-05-01 2013-06-30 EUR 1000-0 until 2013-06-20 PAYMENT",
                        "3 Mill 2013-05-01 2013-06-30 EUR 1000-0 until 2013-06-17 PAYMENT noted",
                        "4 Mill 2013-05-01 2013-06-30 EUR 1000-0 until 9999-12-31");
    }

    @Test
    void aPaymentThatIsTakenBackOpensTheInvoiceAndIsToldAgain() {
        ledger.invoices(HEADER, row("1", "10.00", "10.00", ""));
        ledger.invoices(HEADER, row("1", "10.00", "0", "Awaiting payment"));
        assertThat(stored()).containsExactly("1 Mill 2013-05-01 2013-06-30 EUR 1000-0 until 9999-12-31");

        ledger.invoices(HEADER, row("1", "10.00", "10.00", ""));
        assertThat(stored()).containsExactly("1 Mill 2013-05-01 2013-06-30 EUR 1000-0 until 2013-06-17 PAYMENT");
    }

    @Test
    void openInvoicesThatAFileNoLongerHasAreMarkedUntilItHasThemAgain() {
        ledger.invoices(HEADER, row("1", "10.00", "", ""), row("2", "10.00", "", ""), row("3", "10.00", "10.00", ""));
        assertThat(missing()).isEmpty();

        var report = ledger.invoices(HEADER, row("2", "10.00", "", ""));

        assertThat(report.missing()).isEqualTo(1);
        assertThat(stored()).hasSize(3).first().asString().endsWith("until 9999-12-31");
        assertThat(missing()).containsExactly("1");

        ledger.invoices(HEADER, row("1", "10.00", "", ""), row("2", "10.00", "", "Nobody knows this word"));
        assertThat(missing()).containsExactly("2");

        assertThat(ledger.invoices(HEADER, row("1", "10.00", "", ""), row("2", "10.00", "", ""))
                        .missing())
                .isZero();
        assertThat(missing()).isEmpty();
    }

    @Test
    void aSettledDateSettlesWhateverTheStatusSays() {
        var header = "Number,Client,Invoice date,Due,Total,Status,Settled";
        ledger.invoices(header, "1,Mill,2013-05-01,2013-06-30,10.00,Open,2013-06-18");
        assertThat(stored()).containsExactly("1 Mill 2013-05-01 2013-06-30 EUR 1000-0 until 2013-06-18 PAYMENT");

        clock.moveTo(MONDAY.plusDays(4), LocalTime.NOON);
        ledger.invoices(
                header, "1,Mill,2013-05-01,2013-06-30,10.00,Open,2013-06-18", "2,Mill,2013-05-01,2013-06-30,1,,");
        assertThat(stored()).first().asString().endsWith("until 2013-06-18 PAYMENT");
    }

    private List<String> missing() {
        return jdbc.sql("select number from invoice where missing order by number")
                .query(String.class)
                .list();
    }

    @Test
    void spellingsOfOneClientAreOneClientAndItsWordsAreFound() {
        ledger.invoices(
                "Number,Client,Due,Total", "1,Café Müller GmbH,2013-07-01,1", "2,café  MÜLLER gmbh,2013-07-01,1");

        assertThat(jdbc.sql("select name from client").query(String.class).list())
                .containsExactly("Café Müller GmbH");
        assertThat(jdbc.sql("select word from client_word").query(String.class).list())
                .containsExactlyInAnyOrder("cafe", "muller", "gmbh");
    }

    @ParameterizedTest
    @CsvSource({"',', UTF-8", "';', UTF-8", "'\t', UTF-8", "';', UTF-16"})
    void separatorsAndEncodings(String separator, String charset) throws IOException {
        var text = String.join(
                "\r\n",
                "Number;Client;Due;Total",
                "\"A-1\";\"Müller; Söhne\nGmbH\";2013-07-01;\"1\"",
                "A-2;Mill;2013-07-01;2");
        var bytes = ("\ufeff"
                        + text.replace("; ", "\u0000").replace(";", separator).replace("\u0000", "; "))
                .getBytes(charset.equals("UTF-16") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        var file = Files.write(ledger.folder().resolve("invoices.csv"), bytes);

        assertThat(ledger.invoices(NO_SETTINGS, file).refusals()).isEmpty();
        assertThat(stored())
                .containsExactly(
                        "A-1 Müller; Söhne GmbH 2013-06-17 2013-07-01 EUR 100-0 until 9999-12-31",
                        "A-2 Mill 2013-06-17 2013-07-01 EUR 200-0 until 9999-12-31");
    }

    @Test
    void badRowsAreRefusedAndTheRestGoesIn() {
        var report = ledger.invoices(
                HEADER,
                "1,Mill,2013-05-01,2013-02-31,10.00,,,,,",
                "2,Mill,2013-05-01,2013-06-30,ten,,,,,",
                "3,Mill,2013-05-01,2013-06-30,10.00,,Parked,,,",
                "4,,2013-05-01,2013-06-30,10.00,,,,,",
                ",Mill,2013-05-01,2013-06-30,10.00,,,,,",
                "6,Mill,2013-05-01,,10.00,,,,,",
                "7,Mill,2013-05-01,2013-06-30,10.005,,,,,",
                "8,Mill,2013-05-01,2013-06-30,10.50,,,,JPY,",
                "9,Mill,2013-05-01,2013-06-30,10.00,,,,XYZ,",
                "10,Mill,2013-05-01,2013-06-30,10.00,,,,,perhaps",
                "11,Mill,2013-05-01,2013-06-30,-10.00,,,,,",
                "12,Mill, Ltd,2013-05-01,2013-06-30,10.00,,,,EUR,No",
                "13,M\u0000ll,2013-05-01,2013-06-30,10.00,,,,,",
                "14,Mill,2013-05-01,2013-06-30,10.00,,,,,",
                "15," + "x".repeat(201) + ",2013-05-01,2013-06-30,10.00,,,,,");

        assertThat(report.refusals().stream().map(Refusal::sentence).map(Sentence::toString))
                .containsExactly(
                        "Line 2, due date: '2013-02-31' is no date. Write it like 2013-02-28.",
                        "Line 3, amount: 'ten' is no amount. Write it like 1234.50.",
                        "Line 4, status: 'Parked' is no state that is known here. Say what it means: beforehand.ledger.statuses.parked=OPEN, PAID, VOID or DRAFT.",
                        "Line 5, client: '' is empty, and every row needs it.",
                        "Line 6, invoice number: '' is empty, and every row needs it.",
                        "Line 7, due date: '' is empty. Write a date like 2013-02-28.",
                        "Line 8, amount: '10.005' has more decimals than its currency, EUR.",
                        "Line 9, amount: '10.50' has more decimals than its currency, JPY.",
                        "Line 10, currency: 'XYZ' is no currency. Write its code, like EUR.",
                        "Line 11, disputed: 'perhaps' is neither yes nor no. Write one of them.",
                        "Line 12, amount: '-10.00' is less than nothing. Credit notes are left out where a column 'Type' says that they are.",
                        "Line 13, invoice number: '12' stands in a row with more fields than the header. Put a value that contains the separator in quotation marks.",
                        "Line 14, client: 'M ll' has characters that are no text.",
                        "Line 16, client: '" + "x".repeat(59) + "…' is longer than 200 characters.");
        assertThat(report.refused()).isEqualTo(14);
        assertThat(stored()).containsExactly("14 Mill 2013-05-01 2013-06-30 EUR 1000-0 until 9999-12-31");
    }

    @Test
    void aNumberThatStandsThereTwiceIsTakenOnce() {
        var report = ledger.invoices(
                HEADER, row("INV-1", "10.00", "", ""), row("2", "1.00", "", ""), row("inv-1", "10.00", "", ""));

        assertThat(report.refusals().stream().map(Refusal::sentence).map(Sentence::toString))
                .containsExactly(
                        "Line 4, invoice number: 'inv-1' stands in line 2 already; that row was taken. Leave one of them.");
        assertThat(report.added()).isEqualTo(2);
    }

    @Test
    void linesOfOneInvoiceThatContradictEachOtherAreRefused() {
        var report = ledger.invoices(
                "Number,Client,Due,Total,Line amount",
                "1,Mill,2013-07-01,30.00,10.00",
                "1,Mill,2013-07-01,30.00,20.00",
                "1,Mill,2013-07-01,40.00,20.00");

        assertThat(counts(report)).isEqualTo("3 rows, 1 new, 0 changed, 0 unchanged, 1 left out, 1 refused");
    }

    @Test
    void datesThatFitBothOrdersAreAskedForAndNothingChanges() {
        var lines = new String[] {"Number,Client,Due,Total", "1,Mill,01/02/2013,1", "2,Mill,03/04/2013,1"};

        assertThatThrownBy(() -> ledger.invoices(lines))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("column 'Due' can be read as day/month and as month/day: '01/02/2013' in line 2")
                .hasMessageEndingWith("Set beforehand.ledger.date-order to DMY or MDY.");
        assertThat(stored()).isEmpty();
        assertThat(jdbc.sql("select count(*) from client").query(Integer.class).single())
                .isZero();

        ledger.invoices(LedgerFixture.settings(DateOrder.DMY, null, Map.of(), Map.of()), lines);
        assertThat(stored()).first().asString().contains("2013-02-01");
    }

    @Test
    void theOrderOfDatesIsDecidedAColumnAtATime() {
        var report = ledger.invoices(
                "Number,Client,Issued,Due,Total",
                "1,Mill,13/05/2013,05/30/2013,1",
                "2,Mill,01/05/2013,06/01/2013,1",
                "3,Mill,31/05/2013,06/01/2013,1");

        assertThat(report.refusals()).isEmpty();
        assertThat(stored())
                .containsExactly(
                        "1 Mill 2013-05-13 2013-05-30 EUR 100-0 until 9999-12-31",
                        "2 Mill 2013-05-01 2013-06-01 EUR 100-0 until 9999-12-31",
                        "3 Mill 2013-05-31 2013-06-01 EUR 100-0 until 9999-12-31");
    }

    @Test
    void amountsWithDecimalComma() {
        ledger.invoices(
                "Rechnungsnummer;Kunde;Rechnungsdatum;Fälligkeit;Betrag;Status",
                "1;Mill;13.05.2013;31.05.2013;1.234;offen",
                "2;Mill;01.05.2013;31.05.2013;1.234,50 €;überfällig",
                "3;Mill;01.05.2013;31.05.2013;12,5;bezahlt");

        assertThat(stored())
                .containsExactly(
                        "1 Mill 2013-05-13 2013-05-31 EUR 123400-0 until 9999-12-31",
                        "2 Mill 2013-05-01 2013-05-31 EUR 123450-0 until 9999-12-31",
                        "3 Mill 2013-05-01 2013-05-31 EUR 1250-0 until 2013-06-17 PAYMENT noted");
    }

    @Test
    void amountsThatCanBeReadInTwoWaysAreAskedFor() {
        var lines = new String[] {"Number,Client,Due,Total", "1,Mill,2013-07-01,1.230", "2,Mill,2013-07-01,15"};

        assertThatThrownBy(() -> ledger.invoices(lines))
                .hasMessageContaining("'1.230' in line 2 can be read as thousands or as an amount with three decimals")
                .hasMessageEndingWith("Set beforehand.ledger.decimals to POINT or COMMA.");
        assertThat(stored()).isEmpty();

        ledger.invoices(LedgerFixture.settings(null, DecimalMark.COMMA, Map.of(), Map.of()), lines);
        assertThat(stored()).first().asString().contains("123000-0");
    }

    @Test
    void mixedCurrenciesStayApart() {
        var report = ledger.invoices(
                "Number,Client,Due,Total,Currency",
                "1,Mill,2013-07-01,10.00,GBP",
                "2,Mill,2013-07-01,$10.00,usd",
                "3,Mill,2013-07-01,€10.00,GBP",
                "4,Mill,2013-07-01,£10.00,",
                "5,Mill,2013-07-01,10.00,");

        assertThat(report.refusals().stream().map(Refusal::sentence).map(Sentence::toString))
                .containsExactly("Line 4, amount: '€10.00' is in another currency than its row, which is in GBP.");
        assertThat(jdbc.sql("select currency from invoice order by number")
                        .query(String.class)
                        .list())
                .containsExactly("GBP", "USD", "GBP", "EUR");
    }

    @Test
    void formulasAndHtmlAreText() {
        var report = ledger.invoices(
                "Number,Client,Due,Total",
                "=cmd|' /C calc'!A0,\"=HYPERLINK(\"\"http://x.example\"\",\"\"pay\"\")\",2013-07-01,10.00",
                "+1,<b onclick=alert(1)>Mill</b> & Sons,2013-07-01,10.00",
                "3,Mill,2013-07-01,=1+9");

        assertThat(report.refusals().stream().map(Refusal::sentence).map(Sentence::toString))
                .containsExactly("Line 4, amount: '=1+9' is no amount. Write it like 1234.50.");
        assertThat(jdbc.sql("select name from client order by id")
                        .query(String.class)
                        .list())
                .containsExactly("=HYPERLINK(\"http://x.example\",\"pay\")", "<b onclick=alert(1)>Mill</b> & Sons");
        assertThat(jdbc.sql("select number from invoice order by id")
                        .query(String.class)
                        .list())
                .containsExactly("=cmd|' /C calc'!A0", "+1");
    }

    @Test
    void wrongHeadersAreNamedWithTheRemedy() {
        assertThatThrownBy(() -> ledger.invoices("Ref,Customer,When,Total", "1,Mill,2013-07-01,10.00"))
                .isInstanceOf(LedgerRefused.class)
                .hasMessage(
                        "invoices.csv was not imported: line 1 has no column for invoice number, due date. Its headers"
                                + " are 'Ref', 'Customer', 'When', 'Total'. Name the column:"
                                + " beforehand.ledger.columns.number=<header>, beforehand.ledger.columns.due=<header>.");

        var settings = LedgerFixture.settings(null, null, Map.of("number", "Ref", "due", "when"), Map.of());
        assertThat(ledger.invoices(settings, "Ref,Customer,When,Total", "1,Mill,2013-07-01,10.00")
                        .added())
                .isEqualTo(1);
    }

    @Test
    void aSettingThatNamesAColumnThatIsNotThereIsNotIgnored() {
        var settings = LedgerFixture.settings(null, null, Map.of("paid", "Received"), Map.of());

        assertThatThrownBy(() -> ledger.invoices(settings, "Number,Client,Due,Total", "1,Mill,2013-07-01,10.00"))
                .hasMessage("invoices.csv was not imported: beforehand.ledger.columns.paid names the column 'Received',"
                        + " and the file has only 'Number', 'Client', 'Due', 'Total'.");
    }

    @Test
    void aLedgersOwnWordsCanBeExplained() {
        var settings = LedgerFixture.settings(null, null, Map.of(), Map.of("in Klärung", InvoiceStatus.OPEN));

        assertThat(ledger.invoices(settings, "Number,Client,Due,Total,Status", "1,Mill,2013-07-01,10.00,In Klärung")
                        .added())
                .isEqualTo(1);
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsRefusedBeforeAnythingChanges() {
        assertThatThrownBy(() -> ledger.invoices(
                        "Number,Client,Due,Total",
                        "1,Mill,2013-07-01,10.00",
                        "2,\"Mill,2013-07-01,10.00",
                        "3,Mill,2013-07-01,10.00\n".repeat(20_000)))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageStartingWith("invoices.csv was not imported: it breaks off as CSV in or before line 3.");
        assertThat(stored()).isEmpty();
    }

    @Test
    void anImportThatDiedInTheMiddleIsFinishedByTheNextOne() {
        var file = ledger.write("invoices.csv", "Number,Client,Due,Total\n" + manyRows(12_000));

        assertThatThrownBy(() -> ledger.invoicesThatDie(file, 2)).hasMessage("The process died.");
        assertThat(jdbc.sql("select count(*) from invoice").query(Integer.class).single())
                .isEqualTo(10_000);

        var report = ledger.invoices(NO_SETTINGS, file);
        assertThat(counts(report)).isEqualTo("12000 rows, 2000 new, 0 changed, 10000 unchanged, 0 left out, 0 refused");
    }

    private static String manyRows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "N" + i + ",Client " + i % 700 + ",2013-07-01,1\n")
                .collect(Collectors.joining());
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> ledger.invoices(""))
                .hasMessage("invoices.csv was not imported: none of its first 20 lines is a header with columns for"
                        + " invoice number, client, due date, amount. Export it as CSV, in UTF-8.");
    }

    @Test
    void latinLettersOutsideUtf8AreRefusedRowByRow() throws IOException {
        var text = "Number,Client,Due,Total\n1,Müller,2013-07-01,10.00\n2,Mill,2013-07-01,10.00\n";
        var file = Files.write(ledger.folder().resolve("invoices.csv"), text.getBytes(StandardCharsets.ISO_8859_1));

        var report = ledger.invoices(NO_SETTINGS, file);

        assertThat(report.refusals().stream().map(Refusal::sentence).map(Sentence::toString))
                .containsExactly(
                        "Line 2, client: 'M\ufffdller' has letters that are not UTF-8. Export the file as CSV in UTF-8.");
        assertThat(report.added()).isEqualTo(1);
    }

    private static String row(String number, String total, String paid, String status) {
        return String.join(",", number, "Mill", "2013-05-01", "2013-06-30", total, paid, status, "", "", "");
    }

    private static String counts(LedgerReport report) {
        return "%d rows, %d new, %d changed, %d unchanged, %d left out, %d refused"
                .formatted(
                        report.rows(),
                        report.added(),
                        report.changed(),
                        report.unchanged(),
                        report.leftOut(),
                        report.refused());
    }

    private List<String> stored() {
        return jdbc.sql("select i.*, c.name as client from invoice i join client c on c.id = i.client_id order by i.id")
                .query((row, n) -> "%s %s %s %s %s %d-%d until %s%s%s%s"
                        .formatted(
                                row.getString("number"),
                                row.getString("client"),
                                row.getString("issued_on"),
                                row.getString("due_on"),
                                row.getString("currency"),
                                row.getLong("total"),
                                row.getLong("paid"),
                                row.getString("open_until"),
                                row.getString("closed_by") == null ? "" : " " + row.getString("closed_by"),
                                row.getBoolean("disputed") ? " disputed" : "",
                                row.getBoolean("noted") ? " noted" : ""))
                .list();
    }

    @OnSqlite
    static class OnSqliteTests extends InvoicesFileContract {}

    @OnPostgres
    static class OnPostgresTests extends InvoicesFileContract {}
}
