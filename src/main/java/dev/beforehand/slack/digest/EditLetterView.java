package dev.beforehand.slack.digest;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.element.BlockElements.multiStaticSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Edit;
import dev.beforehand.reminders.Preview;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The modal in which a letter of today is changed before it leaves: its subject, one paragraph, and what it asks for; pure. */
@Component
class EditLetterView {

    static final String FORM = "letter-edit";
    static final String SUBJECT = "subject";
    static final String NOTE = "note";
    static final String DROPPED = "dropped";

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NOTE = 1500;
    private static final int LONGEST_OPTION = 75;
    private static final int MOST_OPTIONS = 100;

    private final Phrases phrases;
    private final Modals modals;

    EditLetterView(Phrases phrases, Modals modals) {
        this.phrases = phrases;
        this.modals = modals;
    }

    View render(Reminder letter, Preview.Ready preview) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(s -> s.text(markdownText(phrases.say(
                "letter.edit.head",
                Map.of("to", Format.name(preview.to()), "manager", Format.name(preview.manager())))))));
        blocks.add(modals.field(
                SUBJECT,
                "letter.edit.subject",
                false,
                plainTextInput(i -> i.actionId(SUBJECT)
                        .initialValue(Format.cut(preview.letter().subject(), LONGEST_SUBJECT))
                        .maxLength(LONGEST_SUBJECT))));
        blocks.add(modals.field(
                NOTE,
                "letter.edit.note",
                true,
                plainTextInput(i -> i.actionId(NOTE)
                        .multiline(true)
                        .initialValue(letter.words().note())
                        .maxLength(LONGEST_NOTE))));
        if (letter.named().size() > 1) {
            blocks.add(modals.field(
                    DROPPED,
                    "letter.edit.dropped",
                    true,
                    multiStaticSelect(m -> m.actionId(DROPPED).options(invoices(letter)))));
        }
        return modals.form("letter.edit", FORM, letter.id().toString(), blocks);
    }

    /** @param preview the letter as it was shown: a subject that nobody touched stays the template's */
    Edit read(FormFields form, Reminder letter, Preview.Ready preview) {
        var subject = oneLine(form.text(SUBJECT));
        var shown = Format.cut(preview.letter().subject(), LONGEST_SUBJECT);
        var note = form.text(NOTE);
        return new Edit(
                subject.isEmpty() || subject.equals(shown) ? letter.words().subject() : subject,
                note.isEmpty() ? null : note,
                form.options(DROPPED).stream()
                        .map(id -> new InvoiceId(Long.parseLong(id)))
                        .collect(Collectors.toSet()));
    }

    private List<OptionObject> invoices(Reminder letter) {
        return letter.named().stream().limit(MOST_OPTIONS).map(this::invoice).toList();
    }

    private OptionObject invoice(Named named) {
        var text = "%s %s".formatted(Format.name(named.number()), Format.money(named.balance()));
        return Modals.option(Format.cut(text, LONGEST_OPTION), named.invoice().toString());
    }

    private static String oneLine(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }
}
