package dev.beforehand.reminders;

import dev.beforehand.letters.Sentence;
import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.CadenceChange.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What cadences say, field by field; pure. */
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
                rules.add(new Rule(name, "name", named(was), named(is)));
            } else {
                rules.addAll(changed(was, is));
            }
        }
        return rules;
    }

    private static @Nullable Sentence named(@Nullable Cadence cadence) {
        return cadence == null ? null : Sentence.asIs(cadence.name());
    }

    private static List<Rule> changed(Cadence was, Cadence is) {
        var before = fields(was);
        var after = fields(is);
        return before.keySet().stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new Rule(was.name(), field, before.get(field), after.get(field)))
                .toList();
    }

    private static Map<String, Sentence> fields(Cadence cadence) {
        var fields = conduct(cadence);
        fields.put("clients", cadence.segment().sentence());
        fields.put(
                "steps",
                new Sentence(
                        "cadence.rule.steps",
                        Map.of(
                                "steps",
                                cadence.steps().stream().map(CadenceRules::step).toList())));
        return fields;
    }

    private static Map<String, Sentence> conduct(Cadence cadence) {
        var fields = new LinkedHashMap<String, Sentence>();
        fields.put("mode", new Sentence("cadence.mode." + cadence.mode()));
        fields.put("contact-delay", number(cadence.contactDelay()));
        fields.put("most-letters", number(cadence.mostLetters()));
        fields.put("thanks", new Sentence(cadence.thanks() ? "cadence.rule.yes" : "cadence.rule.no"));
        return fields;
    }

    private static Sentence number(int number) {
        return Sentence.asIs(Integer.toString(number));
    }

    private static Sentence step(Step step) {
        return new Sentence(
                "cadence.rule.step",
                Map.of(
                        "day", step.day(),
                        "tone", new Sentence("cadence.tone." + step.tone()),
                        "letter", step.letter()));
    }
}
