package dev.beforehand.practice.delivery;

import static dev.beforehand.practice.delivery.Practising.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.practice.workspace.PracticeMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseUrlsTests {

    private static final String HELLO = "{\"text\":\"Hello\"}";

    private final Practising practice = new Practising();

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void serveFiveTimes() {
        var url = issue(null);
        for (int i = 0; i < 5; i++) {
            assertThat(use(url, HELLO)).isNull();
        }
        assertThat(use(url, HELLO)).isEqualTo("used_url");
        assertThat(practice.seenByAna()).hasSize(5).allMatch(message -> "U0PANA".equals(message.ephemeralFor()));
    }

    @Test
    void serveForHalfAnHour() {
        var url = issue(null);
        practice.clock.pass(Duration.ofMinutes(30));
        assertThat(use(url, HELLO)).isNull();
        practice.clock.pass(Duration.ofMillis(1));
        assertThat(use(url, HELLO)).isEqualTo("expired_url");
    }

    @Test
    void areNotGuessed() {
        assertThat(practice.responseUrls.use("guess", json(HELLO))).isEqualTo("no_such_url");
    }

    @Test
    void replaceTheMessageOfTheClick() {
        var question = practice.post("[{\"type\":\"divider\"}]", "U0PANA");

        use(issue(question.ts()), "{\"replace_original\":true,\"text\":\"Thank you\"}");

        assertThat(practice.seenByAna()).singleElement().satisfies(message -> {
            assertThat(message.ts()).isEqualTo(question.ts());
            assertThat(message.text()).isEqualTo("Thank you");
            assertThat(message.blocks()).isEmpty();
            assertThat(message.ephemeralFor()).isEqualTo("U0PANA");
        });
    }

    @Test
    void deleteTheMessageOfTheClick() {
        var question = practice.post("[{\"type\":\"divider\"}]", "U0PANA");

        assertThat(use(issue(question.ts()), "{\"delete_original\":true}")).isNull();
        assertThat(practice.seenByAna()).isEmpty();
        assertThat(use(issue(question.ts()), "{\"delete_original\":true}")).isEqualTo("message_not_found");
    }

    @Test
    void saySomethingBesides() {
        var card = practice.post("[{\"type\":\"divider\"}]", null);

        use(issue(card.ts()), "{\"text\":\"For all\",\"response_type\":\"in_channel\"}");
        use(issue(card.ts()), "{\"text\":\"For Ana\",\"thread_ts\":\"" + card.ts() + "\"}");

        assertThat(practice.seenByAna())
                .extracting(PracticeMessage::text, PracticeMessage::ephemeralFor, PracticeMessage::threadTs)
                .containsExactly(
                        tuple("A card", null, null),
                        tuple("For all", null, null),
                        tuple("For Ana", "U0PANA", card.ts()));
    }

    @Test
    void afterACommandTheFirstAnswerCanBeReplaced() {
        var url = issue(null);
        use(url, "{\"text\":\"Looking\"}");
        use(url, "{\"text\":\"Found\",\"replace_original\":true}");

        assertThat(practice.seenByAna()).extracting(PracticeMessage::text).containsExactly("Found");
    }

    @Test
    void refuseWhatSlackRefuses() {
        assertThat(use(issue(null), "{\"text\":\"t\",\"blocks\":[{\"type\":\"header\"}]}"))
                .isEqualTo("invalid_blocks");
        assertThat(use(issue(null), "{}")).isEqualTo("no_text");
    }

    private String issue(@Nullable String original) {
        return practice.responseUrls.issue(new Place("U0PANA", "C0PGENERAL", original));
    }

    private @Nullable String use(String url, String answer) {
        return practice.responseUrls.use(url.substring(url.lastIndexOf('/') + 1), json(answer));
    }
}
