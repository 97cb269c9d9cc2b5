package dev.beforehand.slack.clients;

import static dev.beforehand.slack.clients.ClientFixture.LINES;
import static dev.beforehand.slack.clients.ClientFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.letters.Language;
import dev.beforehand.letters.Sentence;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineLinesTests {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everythingThatCanHappenHasItsWords(Kind kind) {
        assertThat(LINES.line(event(kind, "Ana Ruiz", "EUR 10.00", "words of an earlier version")))
                .startsWith("<!date^")
                .contains(" · Ana Ruiz")
                .doesNotContain(kind.name());
        assertThat(LINES.line(event(kind, null, null, ""))).doesNotContain("·", "{{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHECK_IN_DONE      | WILL_PAY                          | Check-in done: Will pay on a date
            FEEDBACK_LOGGED    | UPSET                             | They said: Upset
            FEEDBACK_LOGGED    | UPSET: Half of it: broken         | They said: Upset: Half of it: broken
            PROMISE_MADE       | by 2013-06-21                     | Promise by Fri 21 Jun 2013
            PROMISE_KEPT       | promised by 2013-06-21            | Promise kept promised by Fri 21 Jun 2013
            DISPUTE_OPENED     | WRONG_AMOUNT                      | INV-1042 in dispute: Wrong amount
            DISPUTE_RESOLVED   | CREDITED                          | Dispute about INV-1042 settled: Credit note given
            HOLD_PLACED        | until 2013-06-21: they merge      | INV-1042 on hold until Fri 21 Jun 2013: they merge
            HOLD_PLACED        | until 9999-99-99: they merge      | INV-1042 on hold until 9999-99-99: they merge
            LETTER_CANCELLED   | INV-1, INV-2: PAID                | Letter not sent: INV-1, INV-2: it is paid
            LETTER_CANCELLED   | A: B: PAID                        | Letter not sent: A: B: it is paid
            LETTER_FAILED      | INV-1: 550 No such user           | Letter could not be sent: INV-1: 550 No such user
            REPLY_RECEIVED     | Re: <b> & co                      | They wrote: Re: &lt;b&gt; &amp; co
            PREFERENCE_CHANGED | LANGUAGE: en → de                 | Language: English (en) → German (de)
            PREFERENCE_CHANGED | CC: a@x.example;b@x.example →     | Copies to: a@x.example, b@x.example → nobody
            PREFERENCE_CHANGED | LETTERS: false → true             | Letters: one for all that is open → one for each invoice
            """)
    void whatTheDatabaseCallsItIsSaidInWords(Kind kind, String detail, String said) {
        var text = kind == Kind.PREFERENCE_CHANGED && detail.endsWith("→") ? detail + " " : detail;

        assertThat(LINES.line(event(kind, null, null, text))).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROMISE_MADE       | by 2013-06-21                     | Zahlungszusage bis Fr. 21. Juni 2013
            PROMISE_BROKEN     | promised by 2013-06-21            | nicht eingehalten (zugesagt bis Fr. 21. Juni 2013)
            HOLD_PLACED        | until 2013-06-21: they merge      | INV-1042 angehalten bis Fr. 21. Juni 2013: they merge
            LETTER_FAILED      | INV-1: {"say":"delivery.broke"} | INV-1: Etwas ging schief
            LETTER_FAILED      | A: 1: {"say":"delivery.broke"}    | A: 1: Etwas ging schief
            PLAN_PROPOSED      | 3 instalments                     | Ratenplan vorgeschlagen in 3 Raten
            """)
    void whoReadsGermanIsToldInGerman(Kind kind, String detail, String said) {
        assertThat(Language.in(Locale.GERMAN, () -> LINES.line(event(kind, null, null, detail))))
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: B",
                "A: PAID",
                "{A}",
                "{\"say\":\"delivery.broke\"}",
                "A: {\"say\":\"delivery.broke\"}",
                "\"A\", {{B}} \\ 'C'"
            })
    void aNumberIsNeverTakenForMore(String number) {
        var paid = new Sentence("reminder.reason.PAID");
        var letter = new Sentence("client.event.letter", Map.of("invoices", number, "more", 2, "reason", paid));
        var sent = new Sentence("client.event.letter", Map.of("invoices", number, "more", false, "reason", false));

        assertThat(Language.in(
                        Locale.GERMAN, () -> LINES.line(event(Kind.LETTER_CANCELLED, null, null, letter.written()))))
                .contains("Schreiben nicht gesendet: " + number + ", +2: ");
        assertThat(LINES.line(event(Kind.LETTER_SENT, null, null, sent.written())))
                .endsWith("Letter sent: " + number);
    }

    @Test
    void aLongLetterIsCutAndNeverShownAsItIsStored() {
        var answer = new Sentence("delivery.said", Map.of("answer", "550 \"no\" {such} user".repeat(100)));
        var letter = new Sentence(
                "client.event.letter", Map.of("invoices", "INV-1, ".repeat(100), "more", 7, "reason", answer));

        assertThat(LINES.line(event(Kind.LETTER_FAILED, null, null, letter.written())))
                .contains("INV-1, INV-1")
                .contains("…")
                .doesNotContain("\"say\"", "\"invoices\"")
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FEEDBACK_LOGGED | UPSET: {"say":"delivery.broke"} | Upset: {"say":"delivery.broke"}
            REPLY_RECEIVED  | {"say":"delivery.broke"}        | They wrote: {"say":"delivery.broke"}
            """)
    void whatAClientWritesIsNeverTakenForASentence(Kind kind, String detail, String said) {
        assertThat(LINES.line(event(kind, null, null, detail))).contains(said);
    }

    @Test
    void aLongTextIsCutAndStaysOnOneLine() {
        var line = LINES.line(event(Kind.FEEDBACK_LOGGED, "Ana Ruiz", null, "UPSET: " + "very\nupset ".repeat(300)));

        assertThat(line).doesNotContain("\n").contains("…").hasSizeLessThan(400);
    }
}
