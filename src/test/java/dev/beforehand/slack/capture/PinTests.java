package dev.beforehand.slack.capture;

import static dev.beforehand.database.TestClock.MONDAY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PinTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String GUEST = "U0GUEST";
    private static final Posted DIGEST = new Posted("C0PRECEIVABLES", "9.000000");

    @Autowired
    CheckIns checkIns;

    @Autowired
    PinDesk desk;

    ColleagueId ana;
    ClientId harbour;
    Posted card;

    @BeforeEach
    void aCardInTheThreadOfTheDigest() {
        ana = ledger.colleague("Ana Ruiz");
        ledger.colleague("Ben Okafor");
        harbour = ledger.client("Harbour Books", ana);
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(3), "EUR 100.00");
        checkIns.flag(MONDAY);
        theDigestIs(DIGEST);
        card = shown("check-in:" + checkIn());
    }

    @Test
    void whatPeopleWroteUnderACardIsKeptOnceWithAReceipt() {
        threadHas(
                person("20.1", "They move house &amp; pay late"),
                bot("21.1", "I am a bot"),
                person("22.1", "Ask Petra"));

        reacts(ANA, "pushpin", card);

        await().untilAsserted(() -> assertThat(said()).contains("Kept 2 notes on *Harbour Books*"));
        assertThat(timeline())
                .contains(
                        "Internal note, Ben Okafor: They move house &amp; pay late",
                        "Internal note, Ben Okafor: Ask Petra")
                .contains("|in Slack>")
                .doesNotContain("I am a bot");

        threadHas(
                person("20.1", "They move house"),
                person("22.1", "Ask Petra"),
                person("23.1", "&lt;!channel&gt; done"));
        reacts(ANA, "pushpin", card);

        await().untilAsserted(() -> assertThat(said()).contains("Kept 1 note on *Harbour Books*"));
        assertThat(timeline()).contains("&lt;!channel&gt; done");
        assertThat(count("internal_note")).isEqualTo(3);
        assertThat(count("thread_pin")).isZero();
    }

    @Test
    void whereThereIsNothingNewOnlyTheOneWhoPinnedHearsOfIt() {
        threadHas(bot("21.1", "I am a bot"));

        reacts(ANA, "pushpin", card);

        await().untilAsserted(() -> assertThat(toldTo(ANA)).last().asString().contains("nothing to keep"));
        assertThat(said()).doesNotContain("Kept");
    }

    @Test
    void aPinOnAMessageInTheThreadKeepsThatMessage() {
        var reply = new Posted("C0PRECEIVABLES", "22.1");
        FAKE.answers("conversations.replies", FakeSlack.json(page("", person("22.1", "Ask Petra"))));
        threadHasNow(person("20.1", "They move house"), person("22.1", "Ask Petra"));

        reacts(ANA, "pushpin", reply);

        await().untilAsserted(() -> assertThat(said()).contains("Kept 1 note on *Harbour Books*"));
        assertThat(timeline()).contains("Ask Petra").doesNotContain("They move house");
    }

    @Test
    void onAnythingElseAPinMeansNothing() {
        FAKE.knows(GUEST, "Gus Guest", "gus@elsewhere.example", ",\"is_restricted\":true");
        FAKE.answers("conversations.replies", FakeSlack.json(page("", alone("30.1", "lunch?"))));

        reacts(ANA, "pushpin", new Posted("C0PRECEIVABLES", "30.1"));
        reacts(ANA, "pushpin", new Posted("C0ELSEWHERE", "30.1"));
        reacts(GUEST, "pushpin", new Posted("C0PRECEIVABLES", "30.1"));

        await().untilAsserted(() -> assertThat(count("thread_pin")).isZero());
        assertThat(FAKE.received("conversations.replies")).hasSize(1);
        assertThat(toldTo(ANA)).isEmpty();
        assertThat(toldTo(GUEST)).isEmpty();
    }

    @Test
    void whoMayNotKeepNotesIsToldSo() {
        FAKE.knows(GUEST, "Gus Guest", "gus@elsewhere.example", ",\"is_restricted\":true");

        reacts(GUEST, "pushpin", card);

        await().untilAsserted(() -> assertThat(toldTo(GUEST)).last().asString().contains("does not know you"));
        assertThat(FAKE.received("chat.postEphemeral").getLast().fields()).containsEntry("thread_ts", DIGEST.ts());
        assertThat(count("thread_pin")).isZero();
    }

    @Test
    void aThreadOfHundredsIsReadPageByPage() {
        FAKE.answers("conversations.replies", FakeSlack.json(page("", cardLine())));
        FAKE.answers(
                "conversations.replies",
                FakeSlack.json(page(
                        "next",
                        Stream.concat(Stream.of(root(), cardLine()), many(100, 198))
                                .toArray(String[]::new))),
                FakeSlack.json(page("", many(300, 200).toArray(String[]::new))));

        reacts(ANA, "pushpin", card);

        await().untilAsserted(() -> assertThat(said()).contains("Kept 398 notes"));
        assertThat(FAKE.received("conversations.replies").getLast().fields()).containsEntry("cursor", "next");
    }

    @Test
    void whatASlackThatIsAwayDidNotShowIsReadLater() {
        FAKE.always("conversations.replies", fields -> true, FakeSlack.error("fatal_error"));
        var id = pinned();
        desk.seeTo(id);
        assertThat(count("thread_pin")).isEqualTo(1);

        FAKE.forgetAnswers();
        threadHas(person("20.1", "They move house"));
        clock.moveTo(MONDAY, LocalTime.of(9, 0));
        desk.seeToWhatIsLeft();

        await().untilAsserted(() -> assertThat(said()).contains("Kept 1 note"));
        assertThat(count("thread_pin")).isZero();
    }

    @Test
    void whatSlackRefusesToShowIsSaidAndNotTriedForEver() {
        FAKE.answers("conversations.replies", FakeSlack.error("not_in_channel"));

        reacts(ANA, "pushpin", card);

        await().untilAsserted(() -> assertThat(toldTo(ANA)).last().asString().contains("/invite @Beforehand"));
        assertThat(count("thread_pin")).isZero();
    }

    private long pinned() {
        return jdbc.sql("""
                        insert into thread_pin (channel, ts, client_id, pinned_by, slack_user_id, pinned_at, taken_at)
                        values (?, ?, ?, ?, ?, ?, 0) returning id""")
                .params(card.channel(), card.ts(), harbour.value(), ana.value(), ANA, clock.millis())
                .query(Long.class)
                .single();
    }

    private void threadHas(String... lines) {
        FAKE.answers("conversations.replies", FakeSlack.json(page("", cardLine())));
        threadHasNow(lines);
    }

    private void threadHasNow(String... lines) {
        var all = Stream.concat(Stream.of(root(), cardLine()), Stream.of(lines)).toArray(String[]::new);
        FAKE.answers("conversations.replies", FakeSlack.json(page("", all)));
    }

    private static String page(String cursor, String... lines) {
        return "{\"ok\":true,\"messages\":[%s],\"response_metadata\":{\"next_cursor\":\"%s\"}}"
                .formatted(Stream.of(lines).collect(joining(",")), cursor);
    }

    private static String root() {
        return "{\"ts\":\"9.000000\",\"thread_ts\":\"9.000000\",\"user\":\"U0PBOT\",\"bot_id\":\"B1\",\"text\":\"Digest\"}";
    }

    private String cardLine() {
        return bot(card.ts(), "Harbour Books");
    }

    private static String bot(String ts, String text) {
        return "{\"ts\":\"%s\",\"thread_ts\":\"9.000000\",\"user\":\"U0PBOT\",\"bot_id\":\"B1\",\"text\":\"%s\"}"
                .formatted(ts, text);
    }

    private static String person(String ts, String text) {
        return "{\"ts\":\"%s\",\"thread_ts\":\"9.000000\",\"user\":\"U0BENOKAFOR\",\"text\":\"%s\"}"
                .formatted(ts, text);
    }

    private static String alone(String ts, String text) {
        return "{\"ts\":\"%s\",\"user\":\"U0BENOKAFOR\",\"text\":\"%s\"}".formatted(ts, text);
    }

    private static Stream<String> many(int from, int count) {
        return Stream.iterate(from, ts -> ts + 1).limit(count).map(ts -> person(ts + ".1", "word " + ts));
    }

    private String said() {
        return FAKE.received("chat.postMessage").stream()
                .map(Received::fields)
                .map(fields -> fields.get("text"))
                .collect(joining("\n"));
    }

    private String timeline() {
        asks("client harbour books");
        return modal("views.open")
                .toString()
                .replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replace("\\u0026", "&");
    }

    private CheckInId checkIn() {
        return checkIns.newestOf(harbour).orElseThrow();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
