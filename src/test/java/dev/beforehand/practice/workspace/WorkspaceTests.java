package dev.beforehand.practice.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceTests {

    private final Workspace workspace = new Workspace();

    @ParameterizedTest
    @CsvSource({
        "C0PRECEIVABLES, C0PRECEIVABLES",
        "#receivables, C0PRECEIVABLES",
        "receivables, C0PRECEIVABLES",
        "#general, C0PGENERAL",
        "U0PANA, D0PANA",
        "D0PDANA, D0PDANA"
    })
    void aRoomHasSeveralNames(String name, String id) {
        assertThat(workspace.named(name)).map(Room::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"#nowhere", "C0PNOWHERE", "U0PBOT", "''"})
    void whatIsNoRoom(String name) {
        assertThat(workspace.named(name)).isEmpty();
    }

    @Test
    void directMessagesAreForTheirPersonAlone() {
        assertThat(workspace.rooms("U0PANA"))
                .extracting(Room::id)
                .containsExactly("C0PRECEIVABLES", "C0PGENERAL", "D0PANA");
    }

    @Test
    void nobodyActsAsTheApp() {
        assertThat(workspace.humans())
                .extracting(Person::id)
                .containsExactly("U0PANA", "U0PBEN", "U0PCLARA", "U0PDANA", "U0PFELIX");
    }
}
