package dev.beforehand.practice.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The people and rooms of the sample company; they do not change. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Workspace {

    public static final String COMPANY = "Brightwater Supplies";
    public static final String DOMAIN = "brightwater";
    public static final String TEAM_ID = "T0PRACTICE";
    public static final String APP_ID = "A0PRACTICE";
    public static final String BOT_ID = "B0PRACTICE";
    /** Beforehand itself. */
    public static final String BOT_USER = "U0PBOT";

    public static final String RECEIVABLES = "C0PRECEIVABLES";

    private static final String ENGLISH = "en-GB";
    private static final String MANAGER = "Account manager";

    private final List<Person> people = List.of(
            person("ana", "Ana Ruiz", MANAGER, ENGLISH),
            person("ben", "Ben Okafor", MANAGER, ENGLISH),
            person("clara", "Clara Weiss", "Account manager, uses Slack in German", "de-DE"),
            person("dana", "Dana Lindqvist", "Finance lead", ENGLISH),
            person("felix", "Felix Grant", "Sales", ENGLISH),
            new Person(BOT_USER, "beforehand", "Beforehand", "", "", ENGLISH, true));
    private final List<Room> rooms = Stream.concat(
                    Stream.of(
                            new Room(RECEIVABLES, "receivables", "What falls due, and who speaks with whom", null),
                            new Room("C0PGENERAL", "general", "Everybody at " + COMPANY, null)),
                    humans().stream().map(human -> new Room(human.id().replaceFirst("U0P", "D0P"), "", "", human.id())))
            .toList();

    /** Everybody, the app last. */
    public List<Person> people() {
        return people;
    }

    /** Those as whom one can act. */
    public final List<Person> humans() {
        return people.stream().filter(person -> !person.app()).toList();
    }

    public Optional<Person> person(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public Optional<Person> byEmail(String email) {
        return humans().stream()
                .filter(person -> person.email().equalsIgnoreCase(email.strip()))
                .findFirst();
    }

    /** The rooms in which this person can read and write. */
    public List<Room> rooms(String personId) {
        return rooms.stream().filter(room -> room.isOpenTo(personId)).toList();
    }

    public Optional<Room> room(String id) {
        return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
    }

    /** The room as a caller of the Web API may name it: by id, as {@code #name}, or by the person of direct messages. */
    public Optional<Room> named(String text) {
        var name = text.startsWith("#") ? text.substring(1) : text;
        return rooms.stream()
                .filter(room -> room.id().equals(text)
                        || text.equals(room.person())
                        || (!room.isDirect() && room.name().equals(name.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    public Optional<Room> directMessages(String personId) {
        return rooms.stream().filter(room -> personId.equals(room.person())).findFirst();
    }

    private static Person person(String handle, String name, String title, String language) {
        var id = "U0P" + handle.toUpperCase(Locale.ROOT);
        return new Person(id, handle, name, handle + "@brightwater.example", title, language, false);
    }
}
