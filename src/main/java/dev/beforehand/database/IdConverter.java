package dev.beforehand.database;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Turns an id record into its number and back. SQLite hands out small numbers as {@code Integer}. */
record IdConverter<T>(IdColumn<T> column) implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(
                new ConvertiblePair(column.type(), Long.class),
                new ConvertiblePair(Long.class, column.type()),
                new ConvertiblePair(Integer.class, column.type()));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        return switch (source) {
            case null -> null;
            case Number number -> column.of().apply(number.longValue());
            default -> column.value().applyAsLong(column.type().cast(source));
        };
    }
}
