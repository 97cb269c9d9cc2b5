package dev.beforehand.slack.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Answer;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Attached;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.correspondence.Unreachable;
import dev.beforehand.correspondence.Unreachable.Consequence;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.clients.ClientMenu;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncomingBlocksTests {

    private static final Instant NINE = Instant.parse("2013-06-17T09:00:00Z");
    private static final String HOSTILE = "<!channel> *& ```\n".repeat(2000);
    private static final List<Attached> SCAN = List.of(
            new Attached("payment & proof.pdf", "application/pdf", 120_000, true),
            new Attached("film.mov", "video/quicktime", 30_000_000, false));

    private final Phrases phrases = Phrases.packaged();
    private final IncomingBlocks blocks = new IncomingBlocks(
            phrases,
            new IncomingNotes(phrases),
            new IncomingButtons(new AgreementMenu(new ClientMenu(phrases), phrases), new ClientMenu(phrases), phrases),
            new BounceLines(phrases));
    private final AnswerModal modal = new AnswerModal(phrases, new Modals(phrases));

    @Test
    void eachMailHasItsCard() {
        assertGolden("mail-reply", card(Kind.REPLY, State.WAITING, true, SCAN, null));
        assertGolden("mail-reply-of-a-stranger", card(Kind.REPLY, State.WAITING, false, List.of(), null));
        assertGolden(
                "mail-reply-unsent",
                card(Kind.REPLY, State.WAITING, true, List.of(), answer(Answer.State.FAILED, "550 no")));
        assertGolden(
                "mail-reply-in-doubt",
                card(Kind.REPLY, State.WAITING, true, List.of(), answer(Answer.State.UNKNOWN, null)));
        assertGolden(
                "mail-answered", card(Kind.REPLY, State.ANSWERED, true, List.of(), answer(Answer.State.SENT, null)));
        assertGolden("mail-bounce", card(Kind.BOUNCE, State.WAITING, false, List.of(), null));
        assertGolden("mail-bounce-lifted", card(Kind.BOUNCE, State.TAKEN_UP, false, List.of(), null));
        assertGolden("mail-automatic", card(Kind.AUTOMATIC, State.NOTED, true, List.of(), null));
        assertGolden("mail-unreadable", card(Kind.UNREADABLE, State.WAITING, true, List.of(), null));
        assertGolden("mail-unknown-sender", card(Kind.UNKNOWN_SENDER, State.WAITING, false, List.of(), null));
    }

    @Test
    void whatFollowsFromAReportIsSaidAndOnlyASuspensionCanBeLifted() {
        var paused = bounced(new Unreachable("jo@client.example", "4.4.7 expired", Consequence.PAUSED, NINE));
        var forwarded = bounced(new Unreachable("inner@client.example", "5.1.1 no", Consequence.NONE, null));

        assertThat(paused).contains("rest until <!date^" + NINE.getEpochSecond(), IncomingButtons.REACHABLE);
        assertThat(forwarded)
                .contains("inner@client.example", "It stops no letters", IncomingButtons.NO_ACTION)
                .doesNotContain(IncomingButtons.REACHABLE, "No letter goes");
    }

    private String bounced(Unreachable address) {
        var mail = card(Kind.BOUNCE, State.WAITING, false, List.of(), null).mail();
        var message = blocks.message(new IncomingCard(mail, "Kestrel", null, null, null, List.of(address), false));
        return json(message.blocks()).replace("\\u003c", "<");
    }

    @Test
    void theFormHoldsWhatDidNotLeaveTheLastTime() {
        var view = modal.render(card(Kind.REPLY, State.WAITING, false, SCAN, answer(Answer.State.FAILED, "550 no")));

        Golden.assertSlack("mail-answer-form", view);
        assertThat(json(modal.render(card(Kind.REPLY, State.WAITING, true, SCAN, answer(Answer.State.SENT, null)))))
                .doesNotContain("Thank you");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyCardFitsWhateverTheMailHolds(Kind kind) {
        boolean isNoted = kind == Kind.AUTOMATIC || kind == Kind.DELAY || kind == Kind.TEAM;
        for (var state : isNoted ? Set.of(State.NOTED) : EnumSet.complementOf(EnumSet.of(State.NOTED))) {
            var mail = new Incoming(
                    new IncomingId(9),
                    null,
                    new ClientId(7),
                    "<letter@brightwater.example>",
                    "a".repeat(200) + "@client.example",
                    HOSTILE,
                    "a".repeat(200) + "@client.example",
                    HOSTILE,
                    HOSTILE,
                    kind,
                    false,
                    true,
                    NINE,
                    state,
                    state == State.NOTED ? null : new ColleagueId(1),
                    state == State.NOTED ? null : NINE,
                    Stream.generate(() -> new Attached(HOSTILE, "x/y", Long.MAX_VALUE, false))
                            .limit(300)
                            .toList());
            var unreachable = IntStream.range(0, 100)
                    .mapToObj(i ->
                            new Unreachable("x".repeat(250) + "@y.example", HOSTILE, Consequence.values()[i % 3], NINE))
                    .toList();

            var message = blocks.message(new IncomingCard(
                    mail,
                    HOSTILE,
                    LocalDate.of(2013, 6, 10),
                    state == State.NOTED ? null : HOSTILE,
                    answer(Answer.State.UNKNOWN, HOSTILE),
                    unreachable,
                    false));

            assertThat(Golden.refusals(json(message.blocks()))).isEmpty();
            assertThat(message.text()).doesNotContain("<!channel>");
            assertThat(markdown(JsonParser.parseString(json(message.blocks()))))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("<!channel>"));
        }
    }

    /** Plain text is shown as it is; only in the other kind could it call everybody. */
    private static List<String> markdown(JsonElement json) {
        if (json instanceof JsonArray all) {
            return all.asList().stream()
                    .flatMap(each -> markdown(each).stream())
                    .toList();
        }
        if (!(json instanceof JsonObject object)) {
            return List.of();
        }
        return object.has("type") && object.get("type").getAsString().equals("mrkdwn")
                ? List.of(object.get("text").getAsString())
                : object.asMap().values().stream()
                        .flatMap(each -> markdown(each).stream())
                        .toList();
    }

    private void assertGolden(String name, IncomingCard card) {
        Golden.assertSlack(name, blocks.message(card).blocks());
    }

    private static String json(Object slack) {
        return GsonFactory.createSnakeCase().toJson(slack);
    }

    private static Answer answer(Answer.State state, @Nullable String reason) {
        return new Answer(
                "<answer@brightwater.example>",
                new IncomingId(9),
                new ColleagueId(1),
                "Re: INV-1042",
                "Thank you",
                state,
                reason == null ? null : Sentence.asIs(reason),
                NINE);
    }

    private static IncomingCard card(
            Kind kind, State state, boolean known, List<Attached> attachments, @Nullable Answer answer) {
        boolean settled = state != State.WAITING && state != State.NOTED;
        var mail = new Incoming(
                new IncomingId(9),
                "<mail@client.example>",
                kind == Kind.UNKNOWN_SENDER ? null : new ClientId(7),
                kind == Kind.UNKNOWN_SENDER ? null : "<letter@brightwater.example>",
                "jo@client.example",
                "Jo Weiss",
                null,
                "Re: Invoice INV-1042 <urgent>",
                "We pay on Friday.\n\nSee https://client.example & <regards>, Jo",
                kind,
                known,
                false,
                NINE,
                state,
                settled ? new ColleagueId(1) : null,
                settled ? NINE : null,
                attachments);
        return new IncomingCard(
                mail,
                kind == Kind.UNKNOWN_SENDER ? null : "Müller & Söhne <Bau>",
                kind == Kind.UNKNOWN_SENDER ? null : LocalDate.of(2013, 6, 10),
                settled ? "Ana Ruiz" : null,
                answer,
                kind == Kind.BOUNCE
                        ? List.of(new Unreachable(
                                "jo@client.example", "5.1.1 smtp; 550 no such user", Consequence.SUSPENDED, null))
                        : List.of(),
                false);
    }
}
