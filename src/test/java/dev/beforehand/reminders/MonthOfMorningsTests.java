package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.ClientSaid;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Holds;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.OutgoingMail;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A month around the world, in which clients pay, answer and promise, and colleagues hold, as chance has it. */
@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(RemindersFixture.class)
class MonthOfMorningsTests {

    private static final int DELAY = 3;
    private static final List<String> PLACES = List.of(
            "Pacific/Auckland,NZ,,,false",
            "Asia/Tokyo,JP,,FRIDAY,false",
            "Europe/Berlin,DE,by,,true",
            "Europe/London,GB,eng,THURSDAY,false",
            "America/New_York,US,,,false",
            "America/Los_Angeles,US,,TUESDAY,true",
            "Asia/Riyadh,SA,,,false");

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderJob job;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conversations conversations;

    @Autowired
    Holds holds;

    @Autowired
    FakePost post;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, InvoiceId> open = new LinkedHashMap<>();
    private final Map<InvoiceId, ClientId> clientOf = new HashMap<>();
    private final Map<InvoiceId, LocalDate> restsUntil = new HashMap<>();
    private final Map<ClientId, Long> replies = new HashMap<>();
    private final Map<ClientId, ZoneId> zones = new LinkedHashMap<>();
    private final Map<ClientId, TreeSet<LocalDate>> written = new HashMap<>();
    private final Set<ClientId> promised = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private ColleagueId ana;

    @BeforeEach
    void anEmptyLedger() {
        post.reset();
        RemindersFixture.empty(jdbc);
        clock.moveTo(MONDAY, LocalTime.of(8, 0));
        ana = ledger.colleague("Ana Ruiz");
        post.answers(this::arrives);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nobodyIsWrittenToTooSoonOrForWhatMustNotBeAskedFor(long seed) {
        var random = new Random(seed);
        PLACES.forEach(place -> client(place, random));

        for (int n = 0; n < 30; n++) {
            var day = MONDAY.plusDays(n);
            var works = WorkingDaysFixture.mondayToFriday().contains(day);
            for (int hour = 0; hour < 24; hour++) {
                clock.moveTo(day, LocalTime.of(hour, 0));
                happens(random, day);
                if (works && hour == 8) {
                    reminders.plan(day);
                    reminders.listed(day);
                }
                if (works && hour == 10) {
                    job.run(day);
                } else {
                    reminders.sendDue();
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(written.keySet()).as("everybody was written to").hasSize(PLACES.size());
        assertThat(written.values().stream().mapToInt(TreeSet::size).sum()).isGreaterThan(30);
        written.forEach((client, days) -> {
            LocalDate before = null;
            for (var day : days) {
                if (before != null) {
                    assertThat(day).as("to client %s", client).isAfterOrEqualTo(before.plusDays(DELAY));
                }
                before = day;
            }
        });
    }

    private Delivery arrives(OutgoingMail mail) {
        var client = new ClientId(jdbc.sql("select client_id from reminder where message_id = ? and kind = 'REMINDER'")
                .param(mail.messageId())
                .query(Long.class)
                .optional()
                .orElse(0L));
        var zone = zones.get(client);
        if (zone == null) {
            return new Delivery.Accepted();
        }
        synchronized (wrong) {
            written.computeIfAbsent(client, c -> new TreeSet<>()).add(LocalDate.ofInstant(clock.instant(), zone));
            if (replies.containsKey(client)) {
                wrong.add("client " + client + " waits for an answer");
            }
            var local = LocalTime.ofInstant(clock.instant(), zone);
            if (local.isBefore(LocalTime.of(9, 0)) || !local.isBefore(LocalTime.of(17, 0))) {
                wrong.add("client " + client + " is written to at " + local);
            }
            var named =
                    jdbc.sql("""
                            select i.number from reminder_invoice n join invoice i on i.id = n.invoice_id
                            join reminder r on r.id = n.reminder_id
                            where r.message_id = ? and n.left_out is null""").param(mail.messageId()).query(String.class).list();
            var today = LocalDate.now(clock);
            for (var number : named) {
                var invoice = open.get(number);
                if (invoice == null) {
                    wrong.add(number + " is paid");
                } else if (!restsUntil.getOrDefault(invoice, LocalDate.MIN).isBefore(today)) {
                    wrong.add(number + " rests until " + restsUntil.get(invoice) + ", asked for on " + today);
                }
            }
        }
        return new Delivery.Accepted();
    }

    private void client(String place, Random random) {
        var fields = place.split(",", -1);
        var client = ledger.client(fields[0], ana);
        jdbc.sql(
                        "update client set time_zone = ?, country = ?, region = ?, pay_run = ?, letter_per_invoice = ? where id = ?")
                .param(fields[0])
                .param(fields[1])
                .param(fields[2].isEmpty() ? null : fields[2])
                .param(fields[3].isEmpty() ? null : fields[3])
                .param(Boolean.valueOf(fields[4]))
                .param(client.value())
                .update();
        zones.put(client, ZoneId.of(fields[0]));
        for (int n = 0; n < 9; n++) {
            var number = fields[0] + "-" + n;
            var invoice = ledger.invoice(number, client, MONDAY.plusDays(random.nextInt(-3, 30)), "EUR 10.00");
            open.put(number, invoice);
            clientOf.put(invoice, client);
        }
    }

    private void happens(Random random, LocalDate day) {
        if (random.nextInt(22) > 0) {
            return;
        }
        var number = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
        var invoice = open.get(number);
        var client = clientOf.get(invoice);
        var until = day.plusDays(random.nextInt(1, 6));
        switch (random.nextInt(4)) {
            case 0 -> {
                ledger.paid(invoice, day);
                open.remove(number);
            }
            case 1 -> {
                holds.invoice(invoice, until, "as chance has it", ana);
                restsUntil.merge(invoice, until, (one, other) -> one.isAfter(other) ? one : other);
            }
            case 2 -> reply(client);
            default -> promise(client, day, until);
        }
    }

    private void reply(ClientId client) {
        if (replies.containsKey(client)) {
            jdbc.sql("update incoming_mail set state = 'NO_ACTION' where client_id = ?")
                    .param(client.value())
                    .update();
            replies.remove(client);
        } else {
            jdbc.sql("""
                            insert into incoming_mail (mail_key, client_id, from_address, subject, text, kind, known_sender,
                                cut_off, arrived_at, state)
                            values (?, ?, 'jo@client.example', 'Re', '', 'REPLY', true, false, 0, 'WAITING')""").params("mail " + clock.millis(), client.value()).update();
            replies.put(client, clock.millis());
        }
    }

    /** Each client promises once: a second promise could be in place of the first. */
    private void promise(ClientId client, LocalDate day, LocalDate until) {
        if (!promised.add(client)) {
            return;
        }
        checkIns.flag(day);
        jdbc.sql("select max(id) as id from check_in where client_id = ?")
                .param(client.value())
                .query((row, number) -> row.getLong("id"))
                .optional()
                .filter(id -> id > 0)
                .map(CheckInId::new)
                .ifPresent(checkIn -> {
                    conversations.log(
                            checkIn,
                            new ClientSaid(
                                    "soon",
                                    Mood.NEUTRAL,
                                    new ClientSaid.Promised(Money.parse("EUR 10.00"), until),
                                    null),
                            ana);
                    jdbc.sql("select invoice_id from promise_invoice where covered and promise_id ="
                                    + " (select max(id) from promise)")
                            .query((row, number) -> new InvoiceId(row.getLong("invoice_id")))
                            .list()
                            .forEach(invoice ->
                                    restsUntil.merge(invoice, until, (one, other) -> one.isAfter(other) ? one : other));
                });
    }
}
