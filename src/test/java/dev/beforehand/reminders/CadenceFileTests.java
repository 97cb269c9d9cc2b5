package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.letters.Tone;
import dev.beforehand.reminders.Cadence.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CadenceFileTests {

    private static final Set<String> LETTERS = Set.of("due-in-7", "due-today", "overdue-3", "overdue-7", "overdue-14");

    private static final String STEPS = "    steps: [{ day: 3, letter: overdue-3 }]\n";

    @Test
    void thePackagedFileIsTheCadenceThatMostCompaniesBeginWith() throws IOException {
        var cadences = read(Files.readString(Path.of("messages/cadences.yaml")));

        assertThat(cadences.all()).singleElement().satisfies(standard -> {
            assertThat(standard.mode()).isEqualTo(Mode.VETO);
            assertThat(standard.segment().isTheRest()).isTrue();
            assertThat(standard.steps()).extracting(Step::day).containsExactly(-7, 0, 3, 7, 14);
            assertThat(standard.steps().getLast()).isEqualTo(new Step(14, Tone.FIRM, "overdue-14"));
        });
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "key,   GB, EUR 5.00,     Key accounts",
                "'KEY ', -,  EUR 5.00,    Key accounts",
                "-,     DE, EUR 5.00,     German speakers",
                "small, AT, EUR 5.00,     German speakers",
                "-,     GB, USD 9999.99,  Standard",
                "-,     GB, USD 10000.00, Large in dollars",
                "-,     GB, USD 50000.00, Standard",
                "-,     GB, EUR 10000.00, Standard",
                "-,     -,  JPY 1,        Standard"
            })
    void eachInvoiceHasTheCadenceOfItsClient(String tag, String country, String owed, String name) {
        var cadences = read("""
                cadences:
                  - name: Key accounts
                    mode: draft
                    clients: { tag: Key, currency: EUR }
                    thanks: no
                    steps: [{ day: 3, letter: overdue-3 }]
                  - name: German speakers
                    mode: Automatic
                    clients: { tag: [none, small], country: [de, at] }
                    contact-delay: 5
                    steps: [{ day: 3, tone: Firm, letter: overdue-3 }]
                  - name: Large in dollars
                    clients: { tag: none, balance: { currency: usd, from: 10000, below: 50000 }, country: GB }
                    steps: [{ day: 3, letter: overdue-3 }]
                  - name: Standard
                    steps: [{ day: 3, letter: overdue-3 }]
                """);

        assertThat(cadences.serving(tag == null ? "none" : tag, country, Money.parse(owed)))
                .map(Cadence::name)
                .contains(name);
    }

    @Test
    void whomNoCadenceServesHasNone() {
        var cadences = read("cadences:\n  - name: Key\n    clients: { tag: key }\n" + STEPS);

        assertThat(cadences.serving(null, "GB", Money.parse("EUR 1.00"))).isEmpty();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                bad("", "1: the file is empty"),
                bad("cadences: {", "1: this is no YAML"),
                bad("cadences:\n\t- name: A", "2: this is no YAML"),
                bad("just words", "1: The file needs fields"),
                bad("cadences:", "1: 'cadences' needs a list"),
                bad(
                        "cadence:\n  - name: A\n" + STEPS,
                        "1: there is no field 'cadence' here; write one of cadences",
                        "1: 'cadences' needs a list"),
                bad("cadences:\n  - Standard\n", "2: A cadence needs fields"),
                bad("cadences:\n  - mode: veto\n" + STEPS, "2: 'name' is missing"),
                bad(
                        "cadences:\n  - name: A\n    mode: loud\n" + STEPS,
                        "3: 'mode' is 'loud'; write one of [draft, veto, automatic]"),
                bad("cadences:\n  - name: A\n    name: B\n" + STEPS, "3: 'name' stands here twice"),
                bad("cadences:\n  - name: A\n    colour: red\n" + STEPS, "3: there is no field 'colour' here"),
                bad("cadences:\n  - name: A\n", "2: 'steps' needs a list"),
                bad("cadences:\n  - name: A\n    steps: []\n", "3: 'steps' needs a list"),
                bad(
                        "cadences:\n  - name: A\n    contact-delay: soon\n" + STEPS,
                        "3: 'contact-delay' is 'soon'; write a whole number from 1 to 60"),
                bad("cadences:\n  - name: A\n    contact-delay: 0\n" + STEPS, "3: 'contact-delay' is '0'"),
                bad("cadences:\n  - name: A\n    most-letters: [1, 2]\n" + STEPS, "3: 'most-letters' needs one value"),
                bad(
                        "cadences:\n  - name: A\n    thanks: perhaps\n" + STEPS,
                        "3: 'thanks' is 'perhaps'; write yes or no"),
                bad(
                        steps("- { day: 3, letter: overdue-9 }"),
                        "4: there is no letter 'overdue-9'; add messages/letters/en/overdue-9.html"),
                bad(steps("- { letter: overdue-3 }"), "4: 'day' is missing"),
                bad(steps("- { day: three, letter: overdue-3 }"), "4: 'day' is 'three'"),
                bad(
                        steps("- { day: 400, letter: overdue-3 }"),
                        "4: 'day' is '400'; write a whole number from -365 to 365"),
                bad(
                        steps("- { day: 3, tone: rude, letter: overdue-3 }"),
                        "4: 'tone' is 'rude'; write one of [friendly, neutral, firm]"),
                bad(steps("- { day: 3 }"), "4: 'letter' is missing"),
                bad(
                        steps("- { day: 3, letter: goodbye }"),
                        "4: 'goodbye' is no name of a letter; write one like due-in-7, due-today or overdue-14"),
                bad(
                        steps("- { day: -3, letter: overdue-7 }"),
                        "4: 'overdue-7' speaks of a date that is past, and on day -3 it is not"),
                bad(steps("- { day: 0, letter: overdue-3 }"), "4: 'overdue-3' speaks of a date that is past"),
                bad(
                        steps("- { day: 3, letter: due-in-7 }"),
                        "4: 'due-in-7' speaks of a date to come, and on day 3 it is past"),
                bad(
                        steps("- { day: -7, letter: due-in-7 }\n      - { day: soon, letter: due-today }"
                                + "\n      - { day: -3, letter: due-in-7 }"),
                        "5: 'day' is 'soon'"),
                bad(steps("- just a word"), "4: A step needs fields"),
                bad(
                        steps(IntStream.rangeClosed(1, 21)
                                .mapToObj("- { day: %d, letter: overdue-3 }"::formatted)
                                .collect(Collectors.joining("\n      "))),
                        "4: a cadence has at most 20 steps"),
                bad("cadences:\n  - name: A\u0007\n" + STEPS, "2: there is a character that nobody can see, BEL"),
                bad("cadences:\n  - name: A\n" + STEPS + "---\ncadences: []\n", "4: this is no YAML"),
                bad("cadences:\n  - name: ''\n" + STEPS, "2: 'name' needs one value"),
                bad("cadences:\n  - name: A\n    most-letters: 51\n" + STEPS, "3: 'most-letters' is '51'"),
                bad(
                        "cadences:\n  - name: A\n    clients: { tag: key }\n    steps: &s [{ day: 3, letter: goodbye }]\n"
                                + "  - name: B\n    steps: *s\n",
                        "4: 'goodbye' is no name of a letter"),
                bad(
                        steps("- { day: 7, letter: overdue-7 }\n      - { day: 3, letter: overdue-3 }"),
                        "5: the step of day 3 lies behind the step of day 7"),
                bad(
                        steps("- { day: 3, letter: overdue-7 }\n      - { day: 3, letter: overdue-3 }"),
                        "5: the step of day 3 lies behind the step of day 3"),
                bad(clients("{ }"), "3: 'clients' names nobody"),
                bad(clients("{ tag: [] }"), "3: 'tag' has an empty value, or none at all"),
                bad(clients("{ country: [''] }"), "3: 'country' has an empty value, or none at all"),
                bad(clients("{ currency: [EUR, ''] }"), "3: 'currency' has an empty value"),
                bad(clients("{ tag: [[key]] }"), "3: 'tag' has an empty value"),
                bad(clients("{ tag: '' }"), "3: 'tag' needs one value"),
                bad(clients("key"), "3: 'clients' needs fields"),
                bad(clients("{ tags: key }"), "3: there is no field 'tags' here", "3: 'clients' names nobody"),
                bad(clients("{ balance: 5 }"), "3: 'balance' needs fields", "3: a balance needs its currency"),
                bad(clients("{ country: Germany }"), "3: 'Germany' is no country"),
                bad(clients("{ currency: Euro }"), "3: 'Euro' is no currency"),
                bad(clients("{ balance: { from: 5 } }"), "3: 'currency' is missing", "3: a balance needs its currency"),
                bad(clients("{ balance: { currency: EUR } }"), "3: a balance needs 'from', 'below' or both"),
                bad(
                        clients("{ balance: { currency: EUR, from: 9, below: 9 } }"),
                        "3: a balance needs 'from', 'below' or both"),
                bad(clients("{ balance: { currency: EUR, from: -3 } }"), "3: 'from' is '-3'; write an amount"),
                bad(two("", ""), "4: 'B' serves all the rest, and so does 'A' in line 2"),
                bad(two("{ tag: key }", "{ country: DE }"), "5: a client can fit both 'B' and 'A' (line 2)"),
                bad(two("{ tag: [key, gold] }", "{ tag: [gold, silver] }"), "5: a client can fit both"),
                bad(two("{ currency: EUR }", "{ balance: { currency: EUR, from: 100 } }"), "5: a client can fit both"),
                bad(
                        two(
                                "{ balance: { currency: EUR, below: 100 } }",
                                "{ balance: { currency: EUR, from: 99.99 } }"),
                        "5: a client can fit both"),
                bad(
                        "cadences:\n  - name: A\n    clients: { tag: key }\n" + STEPS + "  - name: A\n" + STEPS,
                        "5: 'A' is the name of the cadence in line 2 already"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMistakeIsRefusedWithItsLine(String file, List<String> sentences) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(CadencesRefused.class, refused -> {
            assertThat(refused.problems()).hasSameSizeAs(sentences);
            for (int i = 0; i < sentences.size(); i++) {
                assertThat(refused.problems().get(i)).startsWith("cadences.yaml:" + sentences.get(i));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ tag: key } | { tag: gold }",
                "{ country: DE, tag: key } | { country: AT }",
                "{ currency: EUR } | { balance: { currency: USD, from: 1 } }",
                "{ balance: { currency: EUR, below: 100 } } | { balance: { currency: EUR, from: 100 } }",
                "{ tag: key } | "
            })
    void cadencesThatNoClientFitsBothOfStandTogether(String first, String second) {
        assertThat(read(two(first, second)).all()).hasSize(2);
    }

    @Test
    void allMistakesAreFoundInOneGo() {
        assertThatThrownBy(() -> read("""
                        cadences:
                          - name: A
                            mode: loud
                            steps:
                              - { day: 3, letter: overdue-99 }
                              - { day: x, letter: overdue-3 }
                        """))
                .hasMessageContaining("cadences.yaml:3:")
                .hasMessageContaining("cadences.yaml:5:")
                .hasMessageContaining("cadences.yaml:6:");
    }

    private static Cadences read(String text) {
        return CadenceFile.read("cadences.yaml", text, LETTERS::contains);
    }

    private static String steps(String steps) {
        return "cadences:\n  - name: A\n    steps:\n      " + steps + "\n";
    }

    private static String clients(String clients) {
        return "cadences:\n  - name: A\n    clients: " + clients + "\n" + STEPS;
    }

    private static String two(String first, String second) {
        return "cadences:\n  - name: A\n" + line(first) + STEPS + "  - name: B\n" + line(second) + STEPS;
    }

    private static String line(String clients) {
        return clients == null || clients.isEmpty() ? "" : "    clients: " + clients + "\n";
    }

    private static Arguments bad(String file, String... sentences) {
        return Arguments.of(file, List.of(sentences));
    }
}
