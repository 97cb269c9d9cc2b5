package dev.beforehand.slack.clients;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.radioButtons;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.beforehand.accounts.Account;
import dev.beforehand.calendar.Regions;
import dev.beforehand.clients.PreferenceField;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form with which an account manager says how a client wants to be written to; pure. */
@Component
class PreferencesView {

    static final String FORM = "client-preferences";

    /** Chosen where a client has no wish: Slack lets nobody choose nothing again. */
    static final String NONE = "-";

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_COPIES = 2_600;
    private static final int MOST_OPTIONS = 100;

    private final PreferenceLines lines;
    private final Modals modals;
    private final Phrases phrases;

    PreferencesView(PreferenceLines lines, Modals modals, Phrases phrases) {
        this.lines = lines;
        this.modals = modals;
        this.phrases = phrases;
    }

    /** @param card the view below it, which shows what was saved */
    View render(Account account, String card) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Paragraphs.of(phrases.say(
                "client.preferences.head",
                Map.of("client", Format.name(account.client().name())))));
        fields(account).forEach(field -> blocks.add(input(field, account)));
        return modals.form(
                "client.preferences",
                FORM,
                PreferencesForm.Seen.of(account, card).value(),
                blocks);
    }

    /** A region is asked for only where some are known of the client's country. */
    static EnumSet<PreferenceField> fields(Account account) {
        var fields = EnumSet.allOf(PreferenceField.class);
        if (regions(account).isEmpty()) {
            fields.remove(PreferenceField.REGION);
        }
        return fields;
    }

    private LayoutBlock input(PreferenceField field, Account account) {
        var value = field.of(account.client());
        var input = modals.field(
                field.name(), "client.preference." + field, isOptional(field), element(field, value, account));
        var edit = account.edits().get(field);
        if (edit != null) {
            input.setHint(plainText(lines.hint(field, edit)));
        } else if (field == PreferenceField.CC || field == PreferenceField.LANGUAGE) {
            input.setHint(plainText(phrases.say("client.preference.how." + field)));
        }
        return input;
    }

    private static boolean isOptional(PreferenceField field) {
        return switch (field) {
            case LANGUAGE, SALUTATION, CC, PURCHASE_ORDER -> true;
            default -> false;
        };
    }

    private BlockElement element(PreferenceField field, @Nullable String value, Account account) {
        return switch (field) {
            case LANGUAGE, SALUTATION, PURCHASE_ORDER -> text(field, value, LONGEST_TEXT);
            case CC -> text(field, value == null ? null : value.replace(";", "; "), LONGEST_COPIES);
            case PAY_RUN -> menu(field, value, Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name));
            case REGION -> menu(field, value, regions(account).stream());
            case LETTERS, STATEMENT, THANKS -> choice(field, Objects.requireNonNull(value));
        };
    }

    private static BlockElement text(PreferenceField field, @Nullable String value, int longest) {
        var known = value == null || value.length() > longest ? null : value;
        return plainTextInput(i -> i.actionId(field.name()).maxLength(longest).initialValue(known));
    }

    private BlockElement menu(PreferenceField field, @Nullable String value, Stream<String> values) {
        var options = Stream.concat(Stream.of(NONE), values)
                .limit(MOST_OPTIONS)
                .map(each -> option(field, each))
                .toList();
        return staticSelect(s ->
                s.actionId(field.name()).options(options).initialOption(chosen(options, value == null ? NONE : value)));
    }

    private BlockElement choice(PreferenceField field, String value) {
        var options =
                Stream.of("true", "false").map(each -> option(field, each)).toList();
        return radioButtons(r -> r.actionId(field.name()).options(options).initialOption(chosen(options, value)));
    }

    private OptionObject option(PreferenceField field, String value) {
        return Modals.option(lines.value(field, value.equals(NONE) ? null : value), value);
    }

    private static @Nullable OptionObject chosen(List<OptionObject> options, String value) {
        return options.stream()
                .filter(option -> option.getValue().equals(value))
                .findFirst()
                .orElse(null);
    }

    /** The client's own among them, should it not be known any more. */
    private static List<String> regions(Account account) {
        var client = account.client();
        var known = client.country() == null ? List.<String>of() : Regions.of(client.country());
        return Stream.concat(Stream.ofNullable(client.region()), known.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
