package dev.beforehand.slack.clients;

import static dev.beforehand.slack.clients.ClientFixture.LINES;
import static dev.beforehand.slack.clients.ClientFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void aLongTextIsCutAndStaysOnOneLine() {
        var line = LINES.line(event(Kind.FEEDBACK_LOGGED, "Ana Ruiz", null, "UPSET: " + "very\nupset ".repeat(300)));

        assertThat(line).doesNotContain("\n").contains("…").hasSizeLessThan(400);
    }
}
