package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import dev.beforehand.Beforehand;
import dev.beforehand.database.TestDatabases;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * 200 people click fifty times a second for a minute, with 10,000 check-ins open. Each click leaves at its planned moment,
 * whether or not those before it were answered, and its answer is measured from that moment: a program that stands still for
 * a second is late with fifty answers, and not with one.
 */
@Tag("load")
@SpringBootTest(classes = Beforehand.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(LoadTests.PaceOfTheMinute.class)
@DirtiesContext
abstract class LoadTests {

    private static final int OPEN = 10_000;
    private static final int PEOPLE = 200;
    private static final int A_SECOND = 50;
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration SLACK_WAITS = Duration.ofSeconds(3);
    private static final String CHANNEL = "C0RECEIVABLES";

    private static final PacedSlack SLACK = new PacedSlack();
    private static final Gson GSON = new Gson();

    /**
     * What a hundred clicks are. Slack lets a hundred modals a minute be opened and a hundred people be told something, so
     * that of both there are three in a hundred: whoever comes after them is told later.
     */
    private static final Map<Kind, Integer> MIX = Map.of(
            Kind.CLAIM, 24, Kind.DOUBLE_CLAIM, 10, Kind.RACE, 3, Kind.DONE, 20, Kind.LOOK_UP, 27, Kind.FEEDBACK, 3);

    private enum Kind {
        CLAIM(1),
        /** The same person, twice at once. */
        DOUBLE_CLAIM(2),
        /** Two people at once. */
        RACE(2),
        DONE(1),
        LOOK_UP(1),
        FEEDBACK(1);

        final int clicks;

        Kind(int clicks) {
            this.clicks = clicks;
        }
    }

    private record Click(Kind kind, int person, long checkIn) {}

    private record Answered(Click click, int status, String body, long nanos) {}

    /** Slack's own pace for the minute; none afterwards, so that the rest need not take its half hour. */
    static class PaceOfTheMinute extends Pacing {

        private volatile boolean hurried;

        PaceOfTheMinute() {
            super(Duration.ofMillis(1050), 48);
        }

        @Override
        Duration untilUpdate(String subject, Turn turn) {
            return hurried ? Duration.ZERO : super.untilUpdate(subject, turn);
        }

        @Bean
        @Primary
        static PaceOfTheMinute paceOfTheMinute() {
            return new PaceOfTheMinute();
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("beforehand.slack.bot-token", () -> "xoxb-load");
        registry.add("beforehand.slack.signing-secret", () -> SignedSlack.SECRET);
        registry.add("beforehand.slack.api-url", () -> SLACK.url("/api/"));
        registry.add("beforehand.digest.time", () -> "23:59:58");
        registry.add("beforehand.reminders.time", () -> "23:59:59");
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate many;

    @Autowired
    Clock clock;

    @Autowired
    PaceOfTheMinute pace;

    @LocalServerPort
    int port;

    private SignedSlack slack;

    @Test
    void noClickIsLostOrDoneTwiceAndEachIsAnsweredInTime() throws Exception {
        slack = new SignedSlack(port, clock);
        fill();
        var before = click(plan(WARM_UP, OPEN - 3_000));
        var answers = click(plan(TIME, 0));

        var times = answers.stream().mapToLong(Answered::nanos).sorted().toArray();
        int waiting = waiting();
        long since = System.nanoTime();
        pace.hurried = true;
        SLACK.hurry();
        await().atMost(Duration.ofMinutes(5)).until(() -> waiting() == 0);
        System.out.printf(
                "LOAD %,d clicks in %d s on %s: p50 %d ms, p99 %d ms, p99.9 %d ms, max %d ms; Slack said 'too many': %s;"
                        + " then %,d cards waited, %d minutes of Slack's pace, said without it in %.1f s%n",
                answers.size(),
                TIME.toSeconds(),
                getClass().getSimpleName(),
                millis(times, 0.5),
                millis(times, 0.99),
                millis(times, 0.999),
                millis(times, 1),
                SLACK.tooMany(),
                waiting,
                waiting / 48,
                (System.nanoTime() - since) / 1e9);

        assertThat(answers).extracting(Answered::status).containsOnly(200);
        assertThat(answers)
                .filteredOn(a -> a.click().kind() == Kind.LOOK_UP)
                .allMatch(a -> a.body().contains("INV-"));
        eachClaimHasOneWinner(answers);
        eachIsDoneOnce(answers);
        assertThat(jdbc.sql("select count(*) from activity")
                        .query(Integer.class)
                        .single())
                .as("all that was done, with the warm-up")
                .isEqualTo(changed(before) + changed(answers));
        assertThat(parked()).as("cards that were given up").isZero();
        everyCardShowsWhatTheDatabaseHas(answers);
        assertThat(Duration.ofMillis(millis(times, 0.999))).isLessThan(SLACK_WAITS);
    }

    private void eachClaimHasOneWinner(List<Answered> answers) {
        for (var checkIn : checkIns(answers, Kind.CLAIM, Kind.DOUBLE_CLAIM, Kind.RACE)) {
            var clickers = answers.stream()
                    .map(Answered::click)
                    .filter(click -> click.checkIn() == checkIn)
                    .map(click -> (long) click.person())
                    .toList();
            assertThat(holder(checkIn)).isIn(clickers);
            assertThat(activities("CHECK_IN_CLAIMED", checkIn)).containsExactly(holder(checkIn));
        }
    }

    private void eachIsDoneOnce(List<Answered> answers) {
        for (var checkIn : checkIns(answers, Kind.DONE)) {
            assertThat(activities("CHECK_IN_DONE", checkIn)).containsExactly(holder(checkIn));
        }
    }

    private void everyCardShowsWhatTheDatabaseHas(List<Answered> answers) {
        for (var checkIn : checkIns(answers, Kind.CLAIM, Kind.DOUBLE_CLAIM, Kind.RACE)) {
            assertThat(SLACK.shows(ts(checkIn))).contains("Person " + holder(checkIn) + " is on it");
        }
        for (var checkIn : checkIns(answers, Kind.DONE)) {
            assertThat(SLACK.shows(ts(checkIn))).contains("On track").doesNotContain("is on it");
        }
    }

    /** Every client has one check-in, of the same number. */
    private List<Long> activities(String kind, long checkIn) {
        return jdbc.sql("select actor_id from activity where kind = ? and client_id = ?")
                .params(kind, checkIn)
                .query(Long.class)
                .list();
    }

    private long holder(long checkIn) {
        return jdbc.sql("select claimed_by from check_in where id = ?")
                .param(checkIn)
                .query(Long.class)
                .single();
    }

    private static List<Long> checkIns(List<Answered> answers, Kind... kinds) {
        return answers.stream()
                .map(Answered::click)
                .filter(click -> List.of(kinds).contains(click.kind()))
                .map(Click::checkIn)
                .distinct()
                .toList();
    }

    private static int changed(List<Answered> answers) {
        return checkIns(answers, Kind.CLAIM, Kind.DOUBLE_CLAIM, Kind.RACE, Kind.DONE)
                .size();
    }

    private int waiting() {
        return jdbc.sql("select count(distinct subject) from slack_errand where parked_at is null")
                .query(Integer.class)
                .single();
    }

    private int parked() {
        return jdbc.sql("select count(*) from slack_errand where parked_at is not null")
                .query(Integer.class)
                .single();
    }

    private static long millis(long[] sorted, double quantile) {
        return Math.round(sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] / 1e6);
    }

    /** Clicks in the order in which they leave; what belongs together leaves together. */
    private static List<Click> plan(Duration time, int after) {
        var random = new Random(7);
        int hundreds = (int) time.toSeconds() * A_SECOND / 100;
        long checkIn = after;
        var together = new ArrayList<List<Click>>();
        for (var kind : Kind.values()) {
            for (int i = 0; i < MIX.getOrDefault(kind, 0) * hundreds; i++) {
                together.add(clicks(kind, ++checkIn, random));
            }
        }
        Collections.shuffle(together, random);
        return together.stream().flatMap(List::stream).toList();
    }

    private static List<Click> clicks(Kind kind, long checkIn, Random random) {
        int person = 1 + random.nextInt(PEOPLE);
        return IntStream.range(0, kind.clicks)
                .mapToObj(i -> new Click(kind, kind == Kind.RACE ? 1 + (person + i) % PEOPLE : person, checkIn))
                .toList();
    }

    private List<Answered> click(List<Click> clicks) throws InterruptedException {
        var answers = new ConcurrentLinkedQueue<Answered>();
        long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clicks.size(); i++) {
                var click = clicks.get(i);
                long planned = start + i * Duration.ofSeconds(1).toNanos() / A_SECOND;
                Thread.sleep(Duration.ofNanos(Math.max(0, planned - System.nanoTime())));
                threads.submit(() -> {
                    var answer = send(click);
                    answers.add(new Answered(click, answer.statusCode(), answer.body(), System.nanoTime() - planned));
                    return null;
                });
            }
        }
        assertThat(answers).as("clicks that were answered at all").hasSameSizeAs(clicks);
        return List.copyOf(answers);
    }

    private HttpResponse<String> send(Click click) {
        var id = UUID.randomUUID().toString();
        var user = "U0P" + click.person();
        return switch (click.kind()) {
            case CLAIM, DOUBLE_CLAIM, RACE ->
                slack.interaction(button(user, "check-in:claim", click.checkIn(), id, false));
            case FEEDBACK -> slack.interaction(button(user, "check-in:feedback", click.checkIn(), id, false));
            case DONE -> slack.interaction(button(user, "check-in:outcome:ON_TRACK", click.checkIn(), id, true));
            case LOOK_UP -> slack.command(user, "INV-" + click.checkIn(), id, SLACK.url("/response"));
        };
    }

    private static String button(String user, String action, long checkIn, String id, boolean ephemeral) {
        return GSON.toJson(Map.of(
                "type", "block_actions",
                "trigger_id", id,
                "response_url", SLACK.url("/response"),
                "user", Map.of("id", user),
                "team", Map.of("id", "T1"),
                "channel", Map.of("id", CHANNEL),
                "container",
                        Map.of(
                                "type",
                                "message",
                                "channel_id",
                                CHANNEL,
                                "message_ts",
                                ts(checkIn),
                                "thread_ts",
                                "1.1",
                                "is_ephemeral",
                                ephemeral),
                "actions",
                        List.of(Map.of(
                                "type",
                                "button",
                                "action_id",
                                action,
                                "value",
                                Long.toString(checkIn),
                                "action_ts",
                                id))));
    }

    private static String ts(long checkIn) {
        return "2." + checkIn;
    }

    /** As many check-ins as there are clients, each with two invoices and its card. */
    private void fill() {
        var today = LocalDate.now(clock);
        var never = LocalDate.of(9999, 12, 31);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        insert(
                PEOPLE,
                "insert into colleague (id, slack_user_id, name) values (?, ?, ?)",
                n -> row(n, "U0P" + n, "Person " + n));
        insert(
                OPEN,
                "insert into client (id, name, name_key, contact_email, account_manager_id) values (?, ?, ?, ?, ?)",
                n -> row(n, "Client " + n, "client " + n, "c" + n + "@client.example", 1 + n % PEOPLE));
        insert(
                2 * OPEN,
                "insert into invoice (id, number, number_key, client_id, issued_on, due_on, currency, total, paid, open_until,"
                        + " disputed, noted) values (?, ?, ?, ?, ?, ?, 'EUR', 10000, 0, ?, false, true)",
                n -> row(n, "INV-" + n, "INV-" + n, 1 + n % OPEN, today.minusDays(20), today.plusDays(n % 7), never));
        insert(
                OPEN,
                "insert into check_in (id, client_id, week_of, state) values (?, ?, ?, 'OPEN')",
                n -> row(n, n, monday));
        insert(
                2 * OPEN,
                "insert into check_in_invoice (check_in_id, invoice_id, due_on, named_at) values (?, ?, ?, 1)",
                n -> row(1 + n % OPEN, n, today.plusDays(n % 7)));
        insert(
                OPEN,
                "insert into slack_post (subject, channel, ts, thread_ts, claimed_at, deleted) values (?, ?, ?, '1.1', 1, false)",
                n -> row("check-in:" + n, CHANNEL, ts(n)));
        jdbc.sql("insert into slack_post (subject, channel, ts, claimed_at, deleted) values (?, ?, '1.1', 1, false)")
                .params("digest:#receivables:" + today, CHANNEL)
                .update();
        many.execute("analyze");
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private void insert(int rows, String sql, IntFunction<Object[]> row) {
        many.batchUpdate(sql, IntStream.rangeClosed(1, rows).mapToObj(row).toList());
    }

    static class OnSqliteTests extends LoadTests {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
        }
    }

    static class OnPostgresTests extends LoadTests {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", TestDatabases::postgresUrl);
            registry.add("spring.datasource.username", () -> "postgres");
        }
    }
}
