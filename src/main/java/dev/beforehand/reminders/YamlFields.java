package dev.beforehand.reminders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one mapping in a YAML file; what is wrong with it is written down with its line. */
final class YamlFields {

    private final Problems problems;
    private final int line;
    private final boolean readable;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    /** What is wrong with a file, in sentences that begin with the file and the line. */
    record Problems(String file, List<String> sentences) {

        void add(int line, String sentence) {
            sentences.add("%s:%d: %s".formatted(file, line, sentence));
        }
    }

    /** @param known the names that it may have; others are refused */
    YamlFields(Node node, String what, Set<String> known, Problems problems) {
        this.problems = problems;
        this.line = line(node);
        this.readable = node instanceof MappingNode;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(field -> put(field.getKeyNode(), field.getValueNode(), known));
        } else {
            problems.add(
                    line, "%s needs fields, each as 'name: value'; it may have %s.".formatted(what, sorted(known)));
        }
    }

    private void put(Node key, Node value, Set<String> known) {
        var name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!known.contains(name)) {
            problems.add(line(key), "there is no field '%s' here; write one of %s.".formatted(name, sorted(known)));
        } else if (fields.put(name, value) != null) {
            problems.add(line(key), "'%s' stands here twice; delete one of them.".formatted(name));
        }
    }

    int line() {
        return line;
    }

    int line(String field) {
        var node = fields.get(field);
        return node == null ? line : line(node);
    }

    /** Of something that has no fields at all, which was said, each counts as there. */
    boolean lacks(String field) {
        return readable && !fields.containsKey(field);
    }

    /** Of something that has no fields at all, that was said. */
    boolean isEmpty() {
        return readable && fields.isEmpty();
    }

    @Nullable
    Node node(String field) {
        return fields.get(field);
    }

    void refuse(String field, String sentence) {
        problems.add(line(field), sentence);
    }

    /** A word or number as it was written; empty where there is none, which is refused if it is needed. */
    @Nullable
    String text(String field, boolean needed) {
        var node = fields.get(field);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (node != null) {
            refuse(field, "'%s' needs one value.".formatted(field));
        } else if (needed && readable) {
            problems.add(line, "'%s' is missing; add it.".formatted(field));
        }
        return null;
    }

    /** A whole number within these bounds; the default where there is none. */
    int number(String field, int least, int most, int otherwise) {
        return wholeNumber(field, least, most).orElse(otherwise);
    }

    /** A whole number within these bounds; empty where there is none, or another, which is refused. */
    OptionalInt wholeNumber(String field, int least, int most) {
        var text = text(field, false);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (text.matches("[+-]?\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        refuse(field, "'%s' is '%s'; write a whole number from %d to %d.".formatted(field, text, least, most));
        return OptionalInt.empty();
    }

    /** One of these words, in any case; the default where there is none. */
    <E extends Enum<E>> E word(String field, E otherwise) {
        var text = text(field, false);
        if (text == null) {
            return otherwise;
        }
        for (var word : otherwise.getDeclaringClass().getEnumConstants()) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        var words = List.of(otherwise.getDeclaringClass().getEnumConstants())
                .toString()
                .toLowerCase(Locale.ROOT);
        refuse(field, "'%s' is '%s'; write one of %s.".formatted(field, text, words));
        return otherwise;
    }

    boolean yesOrNo(String field, boolean otherwise) {
        var text = text(field, false);
        if (text == null) {
            return otherwise;
        }
        if (Set.of("yes", "true", "on").contains(text.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (!Set.of("no", "false", "off").contains(text.toLowerCase(Locale.ROOT))) {
            refuse(field, "'%s' is '%s'; write yes or no.".formatted(field, text));
        }
        return false;
    }

    /** One value or a list of them; an empty one among them is refused, and so is a list without any. */
    List<String> texts(String field) {
        if (!(fields.get(field) instanceof SequenceNode list)) {
            var text = text(field, false);
            return text == null ? List.of() : List.of(text);
        }
        var texts = list.getValue().stream()
                .map(value ->
                        value instanceof ScalarNode scalar ? scalar.getValue().strip() : "")
                .toList();
        if (texts.isEmpty() || texts.contains("")) {
            refuse(
                    field,
                    "'%s' has an empty value, or none at all; write one value or a list like [A, B], or leave it out for any."
                            .formatted(field));
        }
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    /** The elements of a list; none, which is refused, where it is not there or empty. */
    List<Node> list(String field) {
        var node = fields.get(field);
        if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getValue();
        }
        if (!readable) {
            return List.of();
        }
        problems.add(line(field), "'%s' needs a list; begin each of its lines with '- '.".formatted(field));
        return List.of();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
