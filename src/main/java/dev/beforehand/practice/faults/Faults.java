package dev.beforehand.practice.faults;

import dev.beforehand.practice.workspace.Changed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The faults that are switched on. Chance has a seed, and a row of its own for each fault and method: the same run meets
 * the same faults again, in whichever order its threads call different methods. Safe for many threads.
 */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Faults {

    private record Place(Fault fault, String method) {}

    private final Map<Fault, Rule> on = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private final Map<Place, Random> chances = new HashMap<>();
    private final Changed changed;
    private long seed;

    public Faults(Changed changed) {
        this.changed = changed;
    }

    /** Switches a fault on, in place of how it was on before. */
    public void set(Rule rule) {
        synchronized (on) {
            on.put(rule.fault(), rule);
        }
        changed.tell();
    }

    public void off(Fault fault) {
        synchronized (on) {
            on.remove(fault);
        }
        changed.tell();
    }

    public void allOff() {
        synchronized (on) {
            on.clear();
        }
        changed.tell();
    }

    /** Begins all chances anew. */
    public void seed(long seed) {
        synchronized (on) {
            this.seed = seed;
            chances.clear();
        }
    }

    public List<Rule> on() {
        synchronized (on) {
            return List.copyOf(on.values());
        }
    }

    /** How often it has struck since the start. */
    public int struck(Fault fault) {
        synchronized (on) {
            return struck.getOrDefault(fault, 0);
        }
    }

    /** Whether this call or delivery is hit; each one asks once for each fault. */
    public boolean strike(Fault fault, String method) {
        synchronized (on) {
            var rule = on.get(fault);
            if (rule == null || !rule.canHit(method) || chance(fault, method) >= rule.share()) {
                return false;
            }
            struck.merge(fault, 1, Integer::sum);
            if (rule.isLast()) {
                on.remove(fault);
            } else {
                on.put(fault, rule.oneLess());
            }
        }
        changed.tell();
        return true;
    }

    private double chance(Fault fault, String method) {
        var place = new Place(fault, method);
        return chances.computeIfAbsent(
                        place, p -> new Random(seed * 31 + (p.fault().name() + p.method()).hashCode()))
                .nextDouble();
    }
}
