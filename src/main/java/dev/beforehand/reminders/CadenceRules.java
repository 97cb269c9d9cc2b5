package dev.beforehand.reminders;

import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.CadenceChange.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What cadences say, field by field, as it is written in their file; pure. */
final class CadenceRules {

    private CadenceRules() {}

    /** Whether they do the same, apart from whom they serve and their letters. */
    static boolean same(@Nullable Cadence one, @Nullable Cadence other) {
        return one == null || other == null ? one == other : conduct(one).equals(conduct(other));
    }

    /** By the names of the cadences; the new order first, and what is gone at the end. */
    static List<Rule> changed(Cadences before, Cadences after) {
        var names = new LinkedHashSet<String>();
        after.all().forEach(cadence -> names.add(cadence.name()));
        before.all().forEach(cadence -> names.add(cadence.name()));
        var rules = new ArrayList<Rule>();
        for (var name : names) {
            var was = before.named(name).orElse(null);
            var is = after.named(name).orElse(null);
            if (was == null || is == null) {
                rules.add(new Rule(name, "name", was == null ? null : name, is == null ? null : name));
            } else {
                rules.addAll(changed(was, is));
            }
        }
        return rules;
    }

    private static List<Rule> changed(Cadence was, Cadence is) {
        var before = fields(was);
        var after = fields(is);
        return before.keySet().stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new Rule(was.name(), field, before.get(field), after.get(field)))
                .toList();
    }

    private static Map<String, String> fields(Cadence cadence) {
        var fields = conduct(cadence);
        fields.put("clients", cadence.segment().words());
        fields.put("steps", cadence.steps().stream().map(CadenceRules::words).collect(Collectors.joining(", ")));
        return fields;
    }

    private static Map<String, String> conduct(Cadence cadence) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("mode", lower(cadence.mode()));
        fields.put("contact-delay", Integer.toString(cadence.contactDelay()));
        fields.put("most-letters", Integer.toString(cadence.mostLetters()));
        fields.put("thanks", cadence.thanks() ? "yes" : "no");
        return fields;
    }

    private static String words(Step step) {
        return "%d %s %s".formatted(step.day(), lower(step.tone()), step.letter());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
