package dev.beforehand.practice.limits;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A place in a payload, at which one can ask, go deeper, and write down what is wrong. */
record Cursor(JsonNode node, String path, List<String> problems) {

    void wrong(String what, Object... values) {
        problems.add(what.formatted(values) + " [json-pointer:" + path + "]");
    }

    Cursor at(String name) {
        return new Cursor(node.path(name), path + "/" + name, problems);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String type() {
        return node.path("type").asString("");
    }

    List<Cursor> items() {
        return IntStream.range(0, node.isArray() ? node.size() : 0)
                .mapToObj(i -> new Cursor(node.get(i), path + "/" + i, problems))
                .toList();
    }

    /** @return whether it is an object, without which nothing more can be said about it */
    boolean isObject() {
        if (!node.isObject()) {
            wrong("must be an object");
        }
        return node.isObject();
    }

    Cursor only(String... names) {
        var known = Set.of(names);
        node.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong("has the unknown field '%s'", name));
        return this;
    }

    Cursor needs(String... names) {
        Arrays.stream(names).filter(name -> !has(name)).forEach(name -> wrong("must have the field '%s'", name));
        return this;
    }

    Cursor flag(String... names) {
        Arrays.stream(names)
                .filter(name -> has(name) && !node.path(name).isBoolean())
                .forEach(name -> at(name).wrong("must be true or false"));
        return this;
    }

    /** A text of 1 to {@code most} characters, where it is there. */
    Cursor string(String name, int most) {
        return string(name, 1, most);
    }

    Cursor string(String name, int least, int most) {
        if (has(name)) {
            at(name).isString(least, most);
        }
        return this;
    }

    void isString(int least, int most) {
        int length = node.asString("").length();
        if (!node.isString()) {
            wrong("must be a text");
        } else if (length < least) {
            wrong("must be more than %d characters", least - 1);
        } else if (length > most) {
            wrong("must be less than %s characters, and has %s", number(most + 1), number(length));
        }
    }

    Cursor oneOf(String name, String... values) {
        if (has(name) && !List.of(values).contains(node.path(name).asString(""))) {
            at(name).wrong("must be one of %s", String.join(", ", values));
        }
        return this;
    }

    Cursor like(String name, Pattern pattern, String what) {
        if (has(name) && !pattern.matcher(node.path(name).asString("")).matches()) {
            at(name).wrong("must be %s", what);
        }
        return this;
    }

    Cursor integer(String name, long least, long most) {
        var value = node.path(name);
        if (has(name) && !(value.isIntegralNumber() && value.asLong() >= least && value.asLong() <= most)) {
            at(name).wrong("must be a whole number from %s to %s", number(least), number(most));
        }
        return this;
    }

    Cursor count(int least, int most) {
        if (!node.isArray()) {
            wrong("must be an array");
        } else if (node.size() < least) {
            wrong("no fewer than %s items are allowed, and it has %s", number(least), number(node.size()));
        } else if (node.size() > most) {
            wrong("no more than %s items are allowed, and it has %s", number(most), number(node.size()));
        }
        return this;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
