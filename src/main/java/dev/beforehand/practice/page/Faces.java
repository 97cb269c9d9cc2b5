package dev.beforehand.practice.page;

import dev.beforehand.practice.page.Page.Face;
import dev.beforehand.practice.workspace.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The coloured squares that stand for people; somebody unknown gets one too. */
final class Faces {

    private static final int HUES = 6;

    private final List<Person> people;
    private final Map<String, Person> byId;

    Faces(List<Person> people) {
        this.people = List.copyOf(people);
        byId = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    Person person(String id) {
        var person = byId.get(id);
        return person == null ? new Person(id, id, id, "", "", "", false) : person;
    }

    Face face(String id) {
        return face(person(id), "", false);
    }

    /** Those one can act as, with the link to do so. */
    List<Face> actors(Address address, String me) {
        return people.stream()
                .filter(person -> !person.app())
                .map(person -> face(
                        person,
                        address.actingAs(person.id()).toString(),
                        person.id().equals(me)))
                .toList();
    }

    Map<String, String> names() {
        return byId.values().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private Face face(Person person, String href, boolean current) {
        int hue = Math.floorMod(people.indexOf(person), HUES);
        return new Face(
                person.id(), person.name(), initials(person.name()), hue, person.title(), person.app(), href, current);
    }

    static String initials(String name) {
        var words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream()
                .limit(1)
                .map(Faces::first)
                .collect(Collectors.joining())
                .concat(words.size() > 1 ? first(words.getLast()) : "");
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
