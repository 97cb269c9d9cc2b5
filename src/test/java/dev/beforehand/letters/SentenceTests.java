package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTests {

    private static final Sentence SAID = new Sentence("delivery.said", Map.of("answer", "550 \"no\" <such> user"));
    private static final Sentence ALL = new Sentence("delivery.refuses-all", Map.of("last", SAID));
    private static final Sentence STALE =
            new Sentence("delivery.ledger-stale", Map.of("since", LocalDateTime.of(2013, 6, 16, 9, 0)));
    private static final Sentence DOUBLED = new Sentence("ledger.remedy.doubled", Map.of("first", 12));
    private static final Sentence COLUMNS = new Sentence(
            "ledger.problem.no-header",
            Map.of("file", "a.csv", "lines", 20, "columns", List.of(new Sentence("ledger.column.due"), "x")));

    private static final Sentence OWED = new Sentence("cadence.rule.from", Map.of("from", Money.parse("EUR 1234.50")));

    private final Phrases phrases = Phrases.packaged();

    @Test
    void isSaidInTheLanguageOfWhoeverReadsIt() {
        assertThat(phrases.say(ALL))
                .isEqualTo("The mail server refuses one letter after the other."
                        + " The mail server said: 550 \"no\" <such> user");
        assertThat(german(ALL))
                .isEqualTo("Der Mailserver lehnt ein Schreiben nach dem anderen ab."
                        + " Der Mailserver antwortete: 550 \"no\" <such> user");
        assertThat(phrases.say(STALE)).startsWith("The ledger's file is of Sun 16 Jun, 09:00, and");
        assertThat(german(STALE)).startsWith("Die Datei der OP-Liste ist von So. 16. Juni, 09:00, und");
        assertThat(german(COLUMNS)).contains("Spalten für Fälligkeitsdatum, x.");
        assertThat(phrases.say(OWED)).isEqualTo("from €1,234.50");
        assertThat(german(OWED)).isEqualTo("ab 1.234,50\u00a0€");
    }

    @Test
    void isTheSameAfterItWasWrittenDown() {
        assertThat(List.of(ALL, STALE, DOUBLED, COLUMNS, OWED, Sentence.asIs("550 no")))
                .allSatisfy(sentence ->
                        assertThat(Sentence.read(sentence.written())).isEqualTo(sentence));
    }

    @Test
    void wordsThatBeginLikeASentenceStayWords() {
        var words = Sentence.asIs("{\"say\":\"delivery.broke\"}");

        assertThat(phrases.say(Sentence.read(words.written()))).isEqualTo("{\"say\":\"delivery.broke\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"The mail server said: 550 no", "", "{\"say\":\"delivery", "{\"say\":5}", "{\"say\":[]}", "{}"})
    void whatIsNoSentenceStaysAsItIs(String text) {
        assertThat(phrases.say(Sentence.read(text))).isEqualTo(text);
    }

    @Test
    void theLogIsInEnglishWhoeverReads() {
        assertThat(Language.in(Locale.GERMAN, DOUBLED::toString))
                .isEqualTo("stands in line 12 already; that row was taken. Leave one of them.");
    }

    private String german(Sentence sentence) {
        return Language.in(Locale.GERMAN, () -> phrases.say(sentence));
    }
}
