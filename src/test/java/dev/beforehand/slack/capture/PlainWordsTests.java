package dev.beforehand.slack.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.Attachment;
import com.slack.api.model.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTests {

    private final PlainWords plain =
            new PlainWords(user -> user.equals("U0ANA") ? Optional.of("Ana $1 Ruiz") : Optional.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<@U0ANA> they rang | @Ana $1 Ruiz they rang",
                "<@U0BEN~ben> they rang | @ben they rang",
                "<@U0BEN> they rang | @U0BEN they rang",
                "<#C1~general> and <#C2> | #general and #C2",
                "<mailto:a@b.example~a@b.example> wrote | a@b.example wrote",
                "<https://b.example/x~b.example> and <https://c.example> | b.example and https://c.example",
                "<!channel> <!date^1~{date}^https://x~Monday> | @channel Monday",
                "1 &lt; 2 &amp; 3 &gt; 2 &amp;lt; | 1 < 2 & 3 > 2 &lt;"
            })
    void markupBecomesWords(String text, String words) {
        assertThat(plain.of(text.replace('~', '|').replace("1|{date}", "1^{date}")))
                .isEqualTo(words);
    }

    @Test
    void ofAMessageWithoutTextWhatIsAttachedToIt() {
        var message = new Message();
        message.setText("");
        message.setAttachments(List.of(
                Attachment.builder()
                        .title("Re: invoice")
                        .text("We pay on Friday")
                        .build(),
                Attachment.builder().fallback("A picture").build()));

        assertThat(plain.of(message)).isEqualTo("Re: invoice\nWe pay on Friday\nA picture");
    }
}
