package dev.beforehand.reminders;

import dev.beforehand.letters.Tone;
import dev.beforehand.letters.Wording;
import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.YamlFields.Problems;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads the file of cadences. All that is wrong with it is found in one go, each with its line. */
final class CadenceFile {

    private static final int FARTHEST_STEP = 365;
    private static final int MOST_STEPS = 20;
    private static final int LONGEST_DELAY = 60;
    private static final int MOST_LETTERS = 50;
    private static final int USUAL_DELAY = 3;
    private static final int USUAL_LETTERS = 8;
    private static final Set<String> CADENCE =
            Set.of("name", "mode", "clients", "contact-delay", "most-letters", "thanks", "steps");

    private final Problems problems;
    private final Predicate<String> isLetter;

    private CadenceFile(String file, Predicate<String> isLetter) {
        this.problems = new Problems(file, new ArrayList<>());
        this.isLetter = isLetter;
    }

    /**
     * @param file as it is named in problems
     * @param isLetter whether there is a letter of this name
     * @throws CadencesRefused that says what is wrong, where, and what to write instead
     */
    static Cadences read(String file, String text, Predicate<String> isLetter) {
        return new CadenceFile(file, isLetter).read(text);
    }

    private Cadences read(String text) {
        var cadences = new ArrayList<Cadence>();
        var root = root(text);
        if (root != null) {
            var file = new YamlFields(root, "The file", Set.of("cadences"), problems);
            var lines = new ArrayList<Integer>();
            for (var node : file.list("cadences")) {
                cadences.add(cadence(node));
                lines.add(YamlFields.line(node));
            }
            checkTogether(cadences, lines);
        }
        if (!problems.sentences().isEmpty()) {
            throw new CadencesRefused(problems.sentences().stream().distinct().toList());
        }
        return new Cadences(cadences);
    }

    private @Nullable Node root(String text) {
        try {
            var options = new LoaderOptions();
            var root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                problems.add(1, "the file is empty; name at least one cadence.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.add(
                    mark == null ? 1 : mark.getLine() + 1,
                    "this is no YAML: %s. Is an indent, a colon or a bracket missing, or is there a second document?"
                            .formatted(e.getProblem()));
        } catch (ReaderException e) {
            var before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            problems.add(
                    1 + Math.toIntExact(before.chars().filter(c -> c == '\n').count()),
                    "there is a character that nobody can see, %s; delete it."
                            .formatted(Character.getName(e.getCodePoint())));
        } catch (YAMLException e) {
            problems.add(1, "this is no YAML: %s".formatted(e.getMessage()));
        }
        return null;
    }

    private Cadence cadence(Node node) {
        var fields = new YamlFields(node, "A cadence", CADENCE, problems);
        var name = fields.text("name", true);
        return new Cadence(
                name == null ? "" : name,
                fields.word("mode", Mode.VETO),
                new SegmentFields(problems).read(fields.node("clients")),
                steps(fields),
                fields.number("contact-delay", 1, LONGEST_DELAY, USUAL_DELAY),
                fields.number("most-letters", 1, MOST_LETTERS, USUAL_LETTERS),
                fields.yesOrNo("thanks", true));
    }

    private List<Step> steps(YamlFields cadence) {
        var steps = new ArrayList<Step>();
        for (var node : cadence.list("steps")) {
            var fields = new YamlFields(node, "A step", Set.of("day", "tone", "letter"), problems);
            step(fields).ifPresent(step -> {
                if (!steps.isEmpty() && step.day() <= steps.getLast().day()) {
                    fields.refuse(
                            "day",
                            "the step of day %d lies behind the step of day %d; write the steps in the order of their days, each day once."
                                    .formatted(step.day(), steps.getLast().day()));
                }
                steps.add(step);
            });
        }
        if (steps.size() > MOST_STEPS) {
            cadence.refuse("steps", "a cadence has at most %d steps.".formatted(MOST_STEPS));
        }
        return steps;
    }

    /** Empty where nobody can tell its day, or its letter. */
    private Optional<Step> step(YamlFields fields) {
        if (fields.lacks("day")) {
            fields.refuse("day", "'day' is missing; write the days after the due date, like 3, or before it, like -7.");
        }
        var day = fields.wholeNumber("day", -FARTHEST_STEP, FARTHEST_STEP);
        var tone = fields.word("tone", Tone.NEUTRAL);
        var letter = fields.text("letter", true);
        if (letter == null || !isLetter(fields, letter) || day.isEmpty()) {
            return Optional.empty();
        }
        if (!new Wording(letter, tone, null, null).suits(day.getAsInt())) {
            fields.refuse(
                    "letter",
                    day.getAsInt() > 0
                            ? "'%s' speaks of a date to come, and on day %d it is past; name a letter like overdue-3 or due-today."
                                    .formatted(letter, day.getAsInt())
                            : "'%s' speaks of a date that is past, and on day %d it is not; name a letter like due-in-7 or due-today."
                                    .formatted(letter, day.getAsInt()));
        }
        return Optional.of(new Step(day.getAsInt(), tone, letter));
    }

    private boolean isLetter(YamlFields fields, String letter) {
        if (!Wording.isName(letter)) {
            fields.refuse(
                    "letter",
                    "'%s' is no name of a letter; write one like due-in-7, due-today or overdue-14.".formatted(letter));
            return false;
        }
        if (!isLetter.test(letter)) {
            fields.refuse(
                    "letter",
                    "there is no letter '%s'; add messages/letters/en/%s.html, or name one that is there."
                            .formatted(letter, letter));
        }
        return true;
    }

    private void checkTogether(List<Cadence> cadences, List<Integer> lines) {
        for (int second = 0; second < cadences.size(); second++) {
            for (int first = 0; first < second; first++) {
                checkTogether(cadences.get(first), lines.get(first), cadences.get(second), lines.get(second));
            }
        }
    }

    private void checkTogether(Cadence first, int firstLine, Cadence second, int line) {
        if (first.name().equals(second.name())) {
            problems.add(
                    line,
                    "'%s' is the name of the cadence in line %d already; give it another."
                            .formatted(second.name(), firstLine));
        }
        if (first.segment().isTheRest() && second.segment().isTheRest()) {
            problems.add(
                    line,
                    "'%s' serves all the rest, and so does '%s' in line %d; say in 'clients' whom one of them serves."
                            .formatted(second.name(), first.name(), firstLine));
        } else if (!first.segment().isTheRest()
                && !second.segment().isTheRest()
                && first.segment().meets(second.segment())) {
            problems.add(
                    line,
                    "a client can fit both '%s' and '%s' (line %d); tell them apart by tag, country, currency or balance."
                            .formatted(second.name(), first.name(), firstLine));
        }
    }
}
