package dev.beforehand.letters;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values that are worked out when they are asked for. To write dates and money is most of the work of a letter, and a
 * template uses few of those that there are.
 */
final class WorkedOut<T> extends AbstractMap<String, @Nullable Object> {

    private final T from;
    private final Map<String, Function<T, @Nullable Object>> ways;

    WorkedOut(T from, Map<String, Function<T, @Nullable Object>> ways) {
        this.from = from;
        this.ways = ways;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return ways.containsKey(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        var way = ways.get(name);
        return way == null ? null : way.apply(from);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return ways.keySet().stream()
                .map(name -> new SimpleEntry<String, @Nullable Object>(name, get(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
