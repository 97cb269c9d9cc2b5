package dev.beforehand.practice.delivery;

import static dev.beforehand.practice.delivery.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import dev.beforehand.practice.workspace.PracticeMessage;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTests {

    private final Practising practice = new Practising();

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void aCommandReachesBoltAsSlackSendsIt() {
        assertThat(run("/invoices Müller & Söhne=1")).isEmpty();

        var received = practice.beforehand.last();
        var payload = new SlashCommandPayloadParser().parse(received.body());
        assertThat(received.headers().get("content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(payload.getCommand()).isEqualTo("/invoices");
        assertThat(payload.getText()).isEqualTo("Müller & Söhne=1");
        assertThat(payload.getUserId()).isEqualTo("U0PANA");
        assertThat(payload.getChannelId()).isEqualTo("C0PGENERAL");
        assertThat(payload.getChannelName()).isEqualTo("general");
        assertThat(payload.getTriggerId()).isNotEmpty();
        assertThat(payload.getResponseUrl()).contains("/practice/response/");
        assertThat(practice.seenByAna()).isEmpty();
    }

    @Test
    void anAnswerIsSeenByItsAskerAlone() {
        practice.beforehand.answers(Receiver.json("{\"text\":\"Nothing is due.\"}"));
        run("/invoices due");

        assertThat(practice.seenByAna()).singleElement().satisfies(answer -> {
            assertThat(answer.text()).isEqualTo("Nothing is due.");
            assertThat(answer.ephemeralFor()).isEqualTo("U0PANA");
            assertThat(answer.user()).isEqualTo("U0PBOT");
        });
    }

    @Test
    void anAnswerCanBeForAll() {
        practice.beforehand.answers(Receiver.json("{\"response_type\":\"in_channel\",\"text\":\"Hello\"}"));
        run("/invoices due");

        assertThat(practice.seenByAna())
                .extracting(PracticeMessage::isEphemeral)
                .containsExactly(false);
    }

    @Test
    void plainTextIsAnAnswerToo() {
        practice.beforehand.answers(Receiver.text("Hello"));
        run("/invoices");

        assertThat(practice.seenByAna()).extracting(PracticeMessage::text).containsExactly("Hello");
    }

    @Test
    void whatSlackWouldNotShowIsNotShown() {
        practice.beforehand.answers(
                Receiver.json("{\"text\":\"t\",\"blocks\":[{\"type\":\"section\"}]}"),
                Receiver.json("{\"blocks\":[]}"));

        assertThat(run("/invoices"))
                .hasValueSatisfying(words -> assertThat(words).contains("invalid_blocks"));
        assertThat(run("/invoices"))
                .hasValueSatisfying(words -> assertThat(words).contains("no_text"));
        assertThat(practice.seenByAna()).isEmpty();
    }

    @Test
    void aFailureIsToldAsSlackTellsIt() {
        practice.beforehand.answers(status(404), practice.beforehand.silence());

        assertThat(run("/invoices")).contains("/invoices failed with the error \"dispatch_failed\".");
        assertThat(run("/invoices")).contains("/invoices failed with the error \"operation_timeout\".");
    }

    @Test
    void anUnknownCommandGoesNowhere() {
        assertThat(run("/invoice 7"))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("/invoice is not a valid command", "/invoices"));
        assertThat(practice.beforehand.received()).isEmpty();
    }

    private Optional<String> run(String line) {
        return practice.commands.run(practice.ana, practice.general, line);
    }
}
