package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.beforehand.clients.ClientId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.letters.MessageFolder;
import dev.beforehand.letters.Sentence;
import dev.beforehand.letters.Substitute;
import dev.beforehand.reminders.CadenceChange.Missing;
import dev.beforehand.reminders.CadenceChange.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(RemindersFixture.class)
abstract class CadenceWatchContract {

    private static final String GOOD = "cadences:\n  - name: A\n    steps: [{ day: 3, letter: overdue-3 }]\n";
    private static final String OTHER = GOOD.replace("day: 3", "day: 5");
    private static final String BAD = GOOD.replace("overdue-3", "overdue-99");

    @Autowired
    CadenceChanges changes;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final MessageFolder folder = mock(MessageFolder.class);
    private final LetterRenderer letters = mock(LetterRenderer.class);
    private final List<Object> told = new ArrayList<>();
    private Runnable whileTelling = () -> {};
    private CadencesInForce inForce;
    private CadenceWatch watch;
    private ClientId harbour;

    @BeforeEach
    void anEmptyLedger() {
        RemindersFixture.empty(jdbc);
        clock.moveTo(MONDAY, LocalTime.of(10, 0));
        harbour = ledger.client("Harbour Books", ledger.colleague("Ana Ruiz"));
        for (var letter : List.of("due-in-7", "due-today", "overdue-3", "overdue-7")) {
            when(letters.has(letter)).thenReturn(true);
        }
        starts();
    }

    @Test
    void aChangeIsToldWhileTheOldCadencesAreStillInForce() {
        theFileSays(GOOD);
        assertThat(inForce.current().firstStep()).isEqualTo(3);
        var then = new ArrayList<Integer>();
        whileTelling = () -> then.add(inForce.current().firstStep());
        theFileSays(OTHER);

        watch.look();
        watch.look();

        assertThat(then).containsExactly(3);
        assertThat(inForce.current().firstStep()).isEqualTo(5);
        assertThat(told).singleElement().isInstanceOf(CadencesChanging.class);
    }

    @Test
    void whatNobodyCouldBeToldOfIsNotInForceAndIsToldAgain() {
        theFileSays(GOOD);
        inForce.current();
        theFileSays(OTHER);
        whileTelling = () -> {
            throw new IllegalStateException("Slack is down");
        };

        watch.look();
        assertThat(inForce.current().firstStep()).isEqualTo(3);

        whileTelling = () -> {};
        watch.look();
        assertThat(inForce.current().firstStep()).isEqualTo(5);
        assertThat(told).hasSize(2);
    }

    @Test
    void aMistakeIsToldOnceAndAgainWhenItComesBack() {
        theFileSays(GOOD);
        inForce.current();
        for (var text : List.of(BAD, BAD, "# one line lower\n" + BAD, GOOD, BAD)) {
            theFileSays(text);
            watch.look();
        }

        assertThat(told)
                .extracting(event -> ((CadenceFileRefused) event).problems().getFirst())
                .containsExactly(
                        "cadences.yaml:3: there is no letter 'overdue-99'; add messages/letters/en/overdue-99.html, or name"
                                + " one that is there.",
                        "cadences.yaml:4: there is no letter 'overdue-99'; add messages/letters/en/overdue-99.html, or name"
                                + " one that is there.",
                        "cadences.yaml:3: there is no letter 'overdue-99'; add messages/letters/en/overdue-99.html, or name"
                                + " one that is there.");
        assertThat(inForce.current().firstStep()).isEqualTo(3);
    }

    @Test
    void theLetterThatWasMissingIsAddedAndTheFileTakenIn() {
        theFileSays(GOOD);
        inForce.current();
        theFileSays(OTHER.replace("overdue-3", "overdue-99"));
        watch.look();
        assertThat(told).singleElement().isInstanceOf(CadenceFileRefused.class);

        when(letters.has("overdue-99")).thenReturn(true);
        watch.look();

        assertThat(inForce.current().firstStep()).isEqualTo(5);
    }

    @Test
    void aRefusedFileLeavesTheLastGoodOneInForceAlsoAfterARestart() {
        theFileSays(GOOD);
        inForce.current();
        theFileSays(BAD);
        watch.look();

        starts();
        watch.look();

        assertThat(inForce.current().firstStep()).isEqualTo(3);
        assertThat(told)
                .extracting(event -> ((CadenceFileRefused) event).nothingPlanned())
                .containsExactly(false, false);
    }

    @Test
    void whereTheFirstFileEverHasAMistakeNoneIsInForceUntilItIsMended() {
        theFileSays(BAD);
        assertThat(inForce.current().all()).isEmpty();
        watch.look();
        assertThat(told)
                .extracting(event -> ((CadenceFileRefused) event).nothingPlanned())
                .containsExactly(true);

        theFileSays(GOOD);
        watch.look();

        assertThat(inForce.current().firstStep()).isEqualTo(3);
    }

    @Test
    void aFileThatCannotBeReadIsToldOnceAndChangesNothing() {
        theFileSays(GOOD);
        inForce.current();
        when(folder.read(CadencesInForce.FILE))
                .thenThrow(new UncheckedIOException("cadences.yaml cannot be read", new IOException("x")));

        watch.look();
        watch.look();

        assertThat(told)
                .singleElement()
                .isEqualTo(new CadenceFileRefused(List.of("cadences.yaml cannot be read"), false));
    }

    @Test
    void whateverElseGoesWrongTheLookComesToItsEnd() {
        theFileSays(GOOD);
        inForce.current();
        when(folder.read(CadencesInForce.FILE)).thenThrow(new IllegalStateException("unforeseen"));

        watch.look();

        assertThat(told).isEmpty();
        assertThat(inForce.current().firstStep()).isEqualTo(3);
    }

    @Test
    void theDryRunCountsTheInvoicesAndShowsTheirLetters() {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(1), "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY.plusDays(29), "EUR 100.00");
        theFileSays(GOOD);
        inForce.current();
        theFileSays("""
                cadences:
                  - name: B
                    steps: [{ day: 1, letter: overdue-3 }]
                """);

        watch.look();

        var change = ((CadencesChanging) told.getFirst()).change();
        assertThat(change.open()).isEqualTo(2);
        assertThat(change.otherCadence()).isEqualTo(2);
        assertThat(change.otherLetters()).isEqualTo(2);
        assertThat(change.rules())
                .containsExactly(
                        new Rule("B", "name", null, Sentence.asIs("B")),
                        new Rule("A", "name", Sentence.asIs("A"), null));
        assertThat(change.examples())
                .contains(new CadenceChange.Example(
                        "INV-1",
                        "Harbour Books",
                        new CadenceChange.Letter("A", "overdue-3", MONDAY.plusDays(4)),
                        new CadenceChange.Letter("B", "overdue-3", MONDAY.plusDays(2))));
    }

    @Test
    void theDryRunCountsTheClientsWhoseLanguageLacksALetter() {
        var eva = ledger.colleague("Eva Bloom");
        for (var language : List.of("de", "de-AT", "fr", "fr", "en")) {
            var client = ledger.client(
                    "Client "
                            + jdbc.sql("select count(*) from client")
                                    .query(Integer.class)
                                    .single(),
                    eva);
            jdbc.sql("update client set language = ? where id = ?")
                    .params(language, client.value())
                    .update();
            ledger.invoice("INV-1" + client, client, MONDAY.plusDays(1), "EUR 100.00");
            ledger.invoice("INV-2" + client, client, MONDAY.plusDays(2), "EUR 100.00");
        }
        when(letters.has("overdue-5")).thenReturn(true);
        theFileSays(GOOD);
        inForce.current();
        theFileSays(GOOD.replace("overdue-3 }", "overdue-3 }, { day: 5, letter: overdue-5 }"));

        watch.look();

        assertThat(((CadencesChanging) told.getFirst()).change().missing())
                .containsExactly(
                        new Missing("overdue-3", new Substitute(Locale.FRENCH, "overdue-3", Locale.ENGLISH), 2),
                        new Missing("overdue-5", new Substitute(Locale.GERMAN, "overdue-3", Locale.GERMAN), 2),
                        new Missing("overdue-5", new Substitute(Locale.FRENCH, "overdue-3", Locale.ENGLISH), 2),
                        new Missing("overdue-5", new Substitute(Locale.ENGLISH, "overdue-3", Locale.ENGLISH), 1));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mode | draft | automatic | 1 | 0",
                "contact-delay | 3 | 1 | 1 | 0",
                "most-letters | 8 | 9 | 1 | 0",
                "thanks | yes | no | 1 | 0",
                "clients | { tag: key } | { country: [DE, AT] } | 0 | 0",
                "steps | [{ day: 3, letter: overdue-3 }] | [{ day: 3, letter: overdue-3 }, { day: 9, letter: overdue-7 }] | 0 | 1"
            })
    void theDryRunNamesEveryFieldThatChanges(String field, String before, String after, int rules, int letters) {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(1), "EUR 100.00");
        theFileSays(with(field, before));
        inForce.current();
        theFileSays(with(field, after));

        watch.look();

        var change = ((CadencesChanging) told.getFirst()).change();
        assertThat(change.rules()).extracting(Rule::cadence, Rule::field).containsExactly(tuple("A", field));
        assertThat(change.otherRules()).isEqualTo(rules);
        assertThat(change.otherLetters()).isEqualTo(letters);
    }

    private static String with(String field, String value) {
        var steps = field.equals("steps") ? "" : "    steps: [{ day: 3, letter: overdue-3 }]\n";
        return "cadences:\n  - name: A\n" + steps + "    " + field + ": " + value + "\n";
    }

    private void theFileSays(String text) {
        when(folder.read(CadencesInForce.FILE)).thenReturn(new MessageFolder.Found(CadencesInForce.FILE, text));
    }

    /** As a process that has just started: it remembers nothing. */
    private void starts() {
        inForce = new CadencesInForce(jdbc, folder, letters, clock);
        watch = new CadenceWatch(
                inForce,
                changes,
                event -> {
                    told.add(event);
                    whileTelling.run();
                },
                clock);
    }

    @OnSqlite
    static class OnSqliteTests extends CadenceWatchContract {}

    @OnPostgres
    static class OnPostgresTests extends CadenceWatchContract {}
}
