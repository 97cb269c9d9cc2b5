package dev.beforehand.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was filled into a modal. Each input's block and action have the same id. */
public final class FormFields {

    private final Map<String, Map<String, ViewState.Value>> values;

    public FormFields(@Nullable ViewState state) {
        this.values = state == null || state.getValues() == null ? Map.of() : state.getValues();
    }

    public static FormFields of(View view) {
        return new FormFields(view.getState());
    }

    /** What was typed, without the spaces around it; empty where nothing was. */
    public String text(String field) {
        var typed = read(field, ViewState.Value::getValue);
        return typed == null ? "" : typed.strip();
    }

    /** The value of the chosen option; empty where none was chosen. */
    public @Nullable String option(String field) {
        return read(
                field,
                value -> value.getSelectedOption() == null
                        ? null
                        : value.getSelectedOption().getValue());
    }

    /** The Slack user id of the chosen person; empty where nobody was chosen. */
    public @Nullable String user(String field) {
        return read(field, ViewState.Value::getSelectedUser);
    }

    /** The values of the chosen options; none where none was chosen. */
    public List<String> options(String field) {
        var chosen = read(field, ViewState.Value::getSelectedOptions);
        return chosen == null
                ? List.of()
                : chosen.stream().map(ViewState.SelectedOption::getValue).toList();
    }

    /** @throws DateTimeException where what was sent is no date */
    public @Nullable LocalDate date(String field) {
        var chosen = read(field, ViewState.Value::getSelectedDate);
        return chosen == null || chosen.isBlank() ? null : LocalDate.parse(chosen);
    }

    /** @throws NumberFormatException where what was typed is no number */
    public @Nullable BigDecimal number(String field) {
        var typed = text(field);
        return typed.isEmpty() ? null : new BigDecimal(typed);
    }

    private <T> @Nullable T read(String field, Function<ViewState.Value, @Nullable T> part) {
        var value = values.getOrDefault(field, Map.of()).get(field);
        return value == null ? null : part.apply(value);
    }
}
