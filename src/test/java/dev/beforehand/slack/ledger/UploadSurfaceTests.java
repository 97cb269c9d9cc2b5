package dev.beforehand.slack.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.database.TestClock;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No folder is watched here, so what is imported is the ledger. */
class UploadSurfaceTests extends SlackTeam {

    private static final String DANA = "U0DANALINDQVIST";
    private static final String HEADER = "Number,Client,Invoice date,Due date,Amount,Currency\n";
    private static final String LEDGER =
            HEADER + "1,Mill Bakery,2013-06-01,2013-07-01,120.50,GBP\n2,Harbour,2013-06-01,2013-07-01,80,EUR\n";

    @Autowired
    UploadDesk desk;

    @Test
    void whatIsShownIsImportedOnceAndNothingBeforeIt() {
        var card = dropped("F1", "invoices.csv", LEDGER);

        assertThat(text(card))
                .contains(
                        "invoices.csv",
                        "It has 2 rows",
                        "2 are new",
                        "€80.00 + £120.50",
                        "This file becomes the ledger",
                        "Nothing has been changed yet",
                        "upload:import");
        assertThat(invoices()).isEmpty();

        clicks(DANA, "upload:import", id(), card);
        awaitCard("Imported by");
        clicks(DANA, "upload:import", id(), card);

        assertThat(invoices()).containsExactly("1", "2");
        await().until(() -> toldTo(DANA).stream().anyMatch(told -> told.contains("Imported by")));
        assertThat(imports()).singleElement().asString().contains("invoices.csv: 2 rows, 2 new");
        assertThat(jdbc.sql("select as_of from ledger_file").query(Long.class).single())
                .isEqualTo(clock.millis());
        assertThat(jdbc.sql("select count(*) from ledger_upload_part")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileThatSlackTellsOfTwiceHasOneCard() {
        dropped("F1", "invoices.csv", LEDGER);
        drops(DANA, "F1", "invoices.csv");

        desk.tidyUp();

        assertThat(FAKE.received("chat.postMessage")).hasSize(1);
    }

    @Test
    void theBytesThatWereShownAreImportedThoughSlackHasOthersByThen() {
        var card = dropped("F1", "invoices.csv", LEDGER);
        FAKE.answers("F1", csv(HEADER));
        jdbc.sql("update ledger_upload set address = 'https://elsewhere.example/'")
                .update();

        clicks(DANA, "upload:import", id(), card);

        awaitCard("Imported by");
        assertThat(invoices()).containsExactly("1", "2");
    }

    @Test
    void anImportThatAProcessLeftIsFinished() {
        dropped("F1", "invoices.csv", LEDGER);
        var by = jdbc.sql("insert into colleague (slack_user_id, name) values (?, 'Dana') returning id")
                .param(DANA)
                .query(Long.class)
                .single();
        jdbc.sql("update ledger_upload set state = 'IMPORTING', decided_by = ?")
                .param(by)
                .update();

        clock.moveTo(TestClock.MONDAY, LocalTime.of(8, 50));
        desk.tidyUp();

        assertThat(invoices()).containsExactly("1", "2");
        awaitCard("Imported by Dana");
    }

    @Test
    void afterAnotherImportItIsShownAgainAndNotImported() {
        var first = dropped("F1", "invoices.csv", LEDGER);
        var firstId = id();
        var second = dropped("F2", "invoices.csv", LEDGER.replace("120.50", "99"));
        var secondId = id();

        clicks(DANA, "upload:import", firstId, first);
        awaitCard("Imported by");
        clicks(DANA, "upload:import", secondId, second);

        awaitCard("Another file has changed the ledger");
        assertThat(cards())
                .last()
                .satisfies(card ->
                        assertThat(card.toString()).contains("1 has changed", "1 is as it was", "upload:import"));
        assertThat(jdbc.sql("select total from invoice where number = '1'")
                        .query(Long.class)
                        .single())
                .isEqualTo(12_050);

        clicks(DANA, "upload:import", secondId, second);
        await().until(() -> imports().size() == 2);
        assertThat(jdbc.sql("select total from invoice where number = '1'")
                        .query(Long.class)
                        .single())
                .isEqualTo(9_900);
    }

    @Test
    void whatIsPaidHereAndOpenInTheFileIsSaidLoudly() {
        var paid = HEADER.replace("\n", ",Status\n") + "1,Mill Bakery,2013-06-01,2013-07-01,120.50,GBP,Paid\n";
        var card = dropped("F1", "invoices.csv", paid);
        clicks(DANA, "upload:import", id(), card);
        awaitCard("Imported by");

        assertThat(text(dropped("F2", "old.csv", LEDGER)))
                .contains("1 invoice that is closed here would be open again", "Is the file older");
    }

    @Test
    void whatIsOpenHereAndNotInTheFileIsCountedBeforeItIsMissing() {
        var card = dropped("F1", "invoices.csv", LEDGER);
        clicks(DANA, "upload:import", id(), card);
        awaitCard("Imported by");
        var shorter = HEADER + "1,Mill Bakery,2013-06-01,2013-07-01,120.50,GBP\n";

        var again = dropped("F2", "invoices.csv", shorter);

        assertThat(text(again)).contains("1 invoice that is open here is not in the file");
        assertThat(missing()).isEmpty();
        clicks(DANA, "upload:import", id(), again);
        await().until(() -> missing().equals(List.of("2")));
    }

    @Test
    void refusedRowsAreShownAndAllOfThemListedInTheThread() {
        var bad = IntStream.rangeClosed(3, 9)
                .mapToObj(i -> i + ",Mill Bakery,2013-06-01,soon <!channel>,1,GBP\n")
                .collect(Collectors.joining());

        var card = dropped("F1", "invoices.csv", LEDGER + bad);

        assertThat(text(card))
                .contains("7 rows cannot be read", "Line 4, due date", "and 2 more")
                .doesNotContain("<!channel>");
        await().until(() -> !FAKE.received("files.completeUploadExternal").isEmpty());
        assertThat(FAKE.received("file").getLast().fields().get("content"))
                .contains("Line 4, due date", "Line 10, due date");
        assertThat(FAKE.received("files.completeUploadExternal").getLast().fields())
                .containsEntry("thread_ts", card.ts());
    }

    @Test
    void clientsAreTakenByTheNameOfTheFile() {
        var card =
                dropped("F1", "clients (2).csv", "Name,Contact e-mail\nMill Bakery,ap@mill.example\nHarbour,nobody\n");

        assertThat(text(card)).contains("1 is new", "Line 3, contact e-mail").doesNotContain("becomes the ledger");
        clicks(DANA, "upload:import", id(), card);
        awaitCard("Imported by");
        assertThat(jdbc.sql("select name from client").query(String.class).list())
                .containsExactly("Mill Bakery");
    }

    @Test
    void cancelledAndForgottenFilesChangeNothing() {
        var cancelled = dropped("F1", "invoices.csv", LEDGER);
        clicks(DANA, "upload:cancel", id(), cancelled);
        awaitCard("Cancelled by");
        clicks(DANA, "upload:import", id(), cancelled);

        var forgotten = dropped("F2", "invoices.csv", LEDGER);
        clock.moveTo(TestClock.MONDAY.plusDays(1), LocalTime.of(9, 0));
        desk.tidyUp();
        awaitCard("Nobody has imported it within a day");
        clicks(DANA, "upload:import", id(), forgotten);

        await().until(() -> toldTo(DANA).size() == 2);
        assertThat(invoices()).isEmpty();
        assertThat(jdbc.sql("select count(*) from ledger_upload_part")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyElseImports() {
        drops("U0ANARUIZ", "F1", "invoices.csv");
        await().until(() -> toldTo("U0ANARUIZ").size() == 1);
        assertThat(toldTo("U0ANARUIZ").getFirst()).contains("Only a finance lead can do this");
        assertThat(FAKE.received("F1")).isEmpty();

        var card = dropped("F2", "invoices.csv", LEDGER);
        clicks("U0ANARUIZ", "upload:import", id(), card);
        await().until(() -> toldTo("U0ANARUIZ").size() == 2);
        assertThat(invoices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ledger.xlsx, anything, This is a spreadsheet",
        "ledger.csv, PK\u0003\u0004zip, This is a spreadsheet",
        "logo.PNG, anything, This is a picture",
        "logo.csv, GIF89a, This is a picture",
        "terms.pdf, anything, This is a document",
        "ledger.zip, anything, This is an archive",
        "invoices.csv, 'a*b*c', is a header",
        "invoices.csv, 'Number,Client,Amount', has no column for due date",
    })
    void whatIsNoLedgerGetsASentence(String name, String content, String sentence) {
        assertThat(text(dropped("F1", name, content))).contains(sentence, "Nothing was imported");
        assertThat(text(lastCard())).doesNotContain("upload:import");
    }

    @Test
    void anEmptyFileGetsASentence() {
        assertThat(text(dropped("F1", "invoices.csv", ""))).contains("The file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE"})
    void otherDelimitersAndEncodingsThatSayWhatTheyAreAreRead(String charset) {
        FAKE.answers("F1", bytes(("\ufeff" + LEDGER.replace(',', ';')).getBytes(Charset.forName(charset))));

        drops(DANA, "F1", "a.csv");

        awaitCard("2 are new");
    }

    @Test
    void anEncodingThatIsNotUtf8IsRefusedRowByRow() {
        FAKE.answers("F1", bytes(LEDGER.replace("Mill", "Mühle").getBytes(StandardCharsets.ISO_8859_1)));

        drops(DANA, "F1", "a.csv");

        awaitCard("has letters that are not UTF-8");
        assertThat(text(lastCard())).contains("1 is new");
    }

    @Test
    void aNameThatIsAPathIsNone() {
        var card = dropped("F1", "../../<!channel>*x*", "");

        assertThat(text(card)).doesNotContain("<!channel>").contains("The file is empty");
    }

    private Posted dropped(String id, String name, String content) {
        int before = cards().size();
        FAKE.answers(id, csv(content));
        drops(DANA, id, name);
        await().until(() -> cards().size() > before);
        return lastCard();
    }

    private static FakeSlack.Answer csv(String content) {
        return bytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static FakeSlack.Answer bytes(byte[] content) {
        return exchange -> {
            boolean mayRead =
                    "Bearer xoxb-test".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            exchange.sendResponseHeaders(mayRead ? 200 : 302, mayRead && content.length > 0 ? content.length : -1);
            if (mayRead) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        };
    }

    private List<Received> cards() {
        return Stream.concat(FAKE.received("chat.postMessage").stream(), FAKE.received("chat.update").stream())
                .filter(card -> !card.fields().getOrDefault("text", "").contains("was read:"))
                .sorted(Comparator.comparingLong(Received::atNanos))
                .toList();
    }

    private Posted lastCard() {
        var ts = await().until(
                        () -> jdbc.sql("select coalesce(ts, '') from slack_post where subject = 'upload:' || ?")
                                .param(id())
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        posted -> !posted.isEmpty());
        return new Posted("D" + DANA, ts);
    }

    private String text(Posted card) {
        return cards().stream()
                .filter(each -> each.method().equals("chat.postMessage")
                        || card.ts().equals(each.fields().get("ts")))
                .toList()
                .getLast()
                .fields()
                .toString();
    }

    private void awaitCard(String words) {
        await().untilAsserted(() -> assertThat(cards())
                .anySatisfy(card -> assertThat(card.fields().toString()).contains(words)));
    }

    private long id() {
        return jdbc.sql("select max(id) from ledger_upload").query(Long.class).single();
    }

    private List<String> invoices() {
        return jdbc.sql("select number from invoice order by number")
                .query(String.class)
                .list();
    }

    private List<String> missing() {
        return jdbc.sql("select number from invoice where missing")
                .query(String.class)
                .list();
    }

    private List<String> imports() {
        return jdbc.sql("select detail from activity where kind = 'LEDGER_IMPORTED' and actor_id is not null")
                .query(String.class)
                .list();
    }
}
