package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.bench.PeakHeap;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.mail.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sending the letters of a day, with everything that is written down about them, beside a bare loop over one connection. */
@Tag("bench")
@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({RemindersRoom.class, Mailer.class})
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
class LettersBenchTests {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.*>)\\s*$");
    private static final BareSink SINK = sink();

    @Autowired
    Departures departures;

    @Autowired
    Reminders reminders;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SINK::port);
        registry.add("beforehand.mail.from", () -> "billing@brightwater.example");
        registry.add("beforehand.company.name", () -> "Brightwater Supplies");
    }

    @AfterAll
    static void stop() {
        SINK.close();
    }

    @Test
    void tenThousandLettersBesideTheBareLoop() throws Exception {
        sendAndCompare(10_000, "BENCH after the start,");
        for (int day = 2; day <= 4; day++) {
            sendAndCompare(10_000, "BENCH still warming up, day " + day + ",");
        }
        for (int day = 5; day <= 7; day++) {
            sendAndCompare(10_000, "BENCH warm, day " + day + ",");
        }
    }

    @Test
    void aHundredThousandDueLettersFitIntoTheHeap() {
        int letters = Integer.getInteger("bench.letters", 100_000);
        ledger(letters);
        SINK.forget(true);
        PeakHeap.reset();
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        double planned = seconds(() -> reminders.plan(MONDAY));
        reminders.listed(MONDAY);
        clock.moveTo(MONDAY, LocalTime.of(10, 0));
        double sent = seconds(reminders::sendDue);
        SINK.forget(false);

        System.out.printf(
                "BENCH %,d due letters: planned %,.0f letters/s, sent %,.0f letters/s; peak heap %d MiB of %d MiB%n",
                letters,
                letters / planned,
                letters / sent,
                PeakHeap.mebibytes(),
                Runtime.getRuntime().maxMemory() >> 20);
        allSent(letters);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void sendAndCompare(int letters, String what) throws Exception {
        plan(letters);
        SINK.letters.clear();

        long start = System.nanoTime();
        departures.run();
        double rate = letters / ((System.nanoTime() - start) / 1e9);

        var arrived = new ArrayList<>(SINK.letters);
        assertThat(arrived)
                .extracting(LettersBenchTests::messageId)
                .hasSize(letters)
                .doesNotHaveDuplicates();
        allSent(letters);
        double bare = bareLoop(arrived);
        System.out.printf(
                "%s %,d letters with everything recorded: %,.0f letters/s; bare loop over one connection: %,.0f letters/s; ratio %.2f%n",
                what, letters, rate, bare, rate / bare);
    }

    private double bareLoop(List<byte[]> letters) throws MessagingException, IOException {
        var session = Session.getInstance(new Properties());
        var messages = new ArrayList<MimeMessage>();
        for (var letter : letters) {
            messages.add(new MimeMessage(session, new ByteArrayInputStream(letter, 0, letter.length - 3)));
        }
        SINK.letters.clear();
        try (var connection = session.getTransport("smtp")) {
            connection.connect("127.0.0.1", SINK.port(), null, null);
            long start = System.nanoTime();
            for (var message : messages) {
                connection.sendMessage(message, message.getAllRecipients());
            }
            double rate = letters.size() / ((System.nanoTime() - start) / 1e9);
            assertThat(SINK.letters).hasSameSizeAs(letters);
            return rate;
        }
    }

    private void allSent(int letters) {
        assertThat(jdbc.sql("select state, count(*) as n from reminder group by state")
                        .query((row, number) -> Map.entry(row.getString("state"), row.getInt("n")))
                        .list())
                .containsExactly(Map.entry("SENT", letters));
        assertThat(jdbc.sql("select count(*) from activity where kind = 'LETTER_SENT'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(letters);
    }

    private static String messageId(byte[] letter) {
        var found = MESSAGE_ID.matcher(new String(letter, StandardCharsets.UTF_8));
        return found.find() ? found.group(1) : "none";
    }

    /** Each client owes one invoice that is due today, and its letter lies in the outbox. */
    private void plan(int letters) {
        ledger(letters);
        transaction.executeWithoutResult(status -> {
            series(letters, """
                    insert into reminder (id, client_id, step, letter, tone, day, leaves_at, closes_at, state, message_id, attempts,
                                          changed_at)
                    select n, n, 0, 'due-today', 'NEUTRAL', '%s', 0, 9000000000000, 'PENDING', '<letter-' || n || '@brightwater.example>', 0, 0
                    from series""".formatted(MONDAY));
            series(letters, """
                    insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)
                    select n, n, 0, '%s', 100000 + n, 'EUR' from series""".formatted(MONDAY));
        });
        jdbc.sql("analyze").update();
    }

    /** Each client owes one invoice that is due today. */
    private void ledger(int clients) {
        transaction.executeWithoutResult(status -> {
            List.of(
                            "activity",
                            "outgoing_mail",
                            "letter_day",
                            "letter_rest",
                            "reminder_invoice",
                            "reminder",
                            "invoice",
                            "client",
                            "colleague")
                    .forEach(table -> jdbc.sql("delete from " + table).update());
            jdbc.sql("insert into colleague (id, name, email) values (1, 'Ana Ruiz', 'ana@brightwater.example')")
                    .update();
            series(clients, """
                    insert into client (id, name, name_key, contact_name, contact_email, account_manager_id, language)
                    select n, 'Client ' || n, 'client ' || n, 'Jo Smith', 'c' || n || '@client' || n || '.example', 1, 'en' from series""");
            series(clients, """
                    insert into invoice (id, number, number_key, client_id, issued_on, due_on, currency, total, paid,
                                         open_until, disputed, noted)
                    select n, 'INV-' || n, 'INV-' || n, n, '%s', '%s', 'EUR', 100000 + n, 0, '%s', false, false from series""".formatted(MONDAY.minusDays(30), MONDAY, LocalDate.of(9999, 12, 31)));
        });
        jdbc.sql("analyze").update();
    }

    private void series(int letters, String insert) {
        var select = insert.indexOf("select");
        jdbc.sql(insert.substring(0, select)
                        + " with recursive series(n) as (select 1 union all select n + 1 from series where n < "
                        + letters + ") " + insert.substring(select))
                .update();
    }

    private static BareSink sink() {
        try {
            return new BareSink();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
