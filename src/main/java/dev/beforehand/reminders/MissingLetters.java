package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.letters.Substitute;
import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.CadenceChange.Missing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the clients whose language has none of a letter that their cadences name. */
final class MissingLetters {

    private final LetterRenderer letters;
    private final Map<Wanted, Optional<Substitute>> known = new HashMap<>();
    private final Map<Lack, Integer> clients = new HashMap<>();

    MissingLetters(LetterRenderer letters) {
        this.letters = letters;
    }

    private record Wanted(String letter, Locale locale) {}

    private record Lack(String letter, Substitute substitute) {}

    void add(Client client, Stream<Cadence> cadences) {
        var locale = client.localeOr(Locale.ROOT);
        cadences.flatMap(cadence -> cadence.steps().stream())
                .map(Step::letter)
                .distinct()
                .forEach(letter -> substitute(letter, locale)
                        .ifPresent(substitute -> clients.merge(new Lack(letter, substitute), 1, Integer::sum)));
    }

    /** Those that concern most clients first. */
    List<Missing> all() {
        return clients.entrySet().stream()
                .map(entry ->
                        new Missing(entry.getKey().letter(), entry.getKey().substitute(), entry.getValue()))
                .sorted(Comparator.comparing(Missing::clients, Comparator.reverseOrder())
                        .thenComparing(Missing::letter)
                        .thenComparing(missing -> missing.substitute().toString()))
                .toList();
    }

    private Optional<Substitute> substitute(String letter, Locale locale) {
        return known.computeIfAbsent(
                new Wanted(letter, locale), wanted -> letters.substitute(wanted.letter(), wanted.locale()));
    }
}
