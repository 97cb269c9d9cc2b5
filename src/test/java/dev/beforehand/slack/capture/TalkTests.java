package dev.beforehand.slack.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientWords;
import dev.beforehand.clients.Preferences;
import dev.beforehand.slack.capture.Talk.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalkTests {

    private static final ClientId ISAR = new ClientId(1);
    private static final ClientId HARBOUR = new ClientId(2);
    private static final List<Client> CLIENTS = List.of(client(ISAR, "Isar AG"), client(HARBOUR, "Harbour Books"));

    private static final List<Line> DIGEST = List.of(
            bot("1"),
            person("2", "good morning"),
            bot("3"),
            person("4", "they rang"),
            bot("5"),
            bot("6"),
            person("7", "nobody there"),
            person("8", "and Isar has a new boss"),
            person("9", "again nobody"),
            person("10", "  "));

    @Test
    void underADigestAMessageIsAboutTheClientThatItNamesOrElseAboutTheCardAbove() {
        var talk = new Talk(DIGEST, Map.of("3", ISAR, "5", HARBOUR), CLIENTS);

        assertThat(talk.about(ISAR)).extracting(Line::ts).containsExactly("4", "8");
        assertThat(talk.about(HARBOUR)).extracting(Line::ts).containsExactly("7", "9");
        assertThat(talk.client("2")).isEmpty();
    }

    @Test
    void underAClientsOwnCardEverythingThatPeopleWroteIsAboutIt() {
        var talk = new Talk(DIGEST, Map.of("1", HARBOUR), CLIENTS);

        assertThat(talk.about(HARBOUR)).extracting(Line::ts).containsExactly("2", "4", "7", "8", "9");
        assertThat(talk.about(ISAR)).isEmpty();
    }

    private static Line bot(String ts) {
        return new Line(ts, null, "Harbour Books");
    }

    private static Line person(String ts, String words) {
        return new Line(ts, "U0ANA", words);
    }

    private static Client client(ClientId id, String name) {
        var preferences = new Preferences(null, null, null, false, false, null, true);
        return new Client(id, name, ClientWords.key(name), null, null, null, null, null, null, null, null, preferences);
    }
}
